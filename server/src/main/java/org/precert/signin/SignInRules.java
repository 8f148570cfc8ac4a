package org.precert.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.precert.clients.StartRefused;
import org.precert.outgoing.Destination;
import org.precert.staff.Role;

/** What must hold of the settings; what is wrong with them stops the start, all of it named at once. */
final class SignInRules {

    private static final Duration LONGEST = Duration.ofHours(24);

    private final List<String> problems = new ArrayList<>();

    private SignInRules() {}

    /** @throws StartRefused naming what is wrong, without the secret */
    static void check(SignInProperties settings, boolean demo) {
        SignInRules rules = new SignInRules();
        rules.all(settings, demo);
        if (!rules.problems.isEmpty()) {
            throw new StartRefused(rules.problems);
        }
    }

    private void all(SignInProperties settings, boolean demo) {
        require(
                isAddress(settings.issuer(), demo),
                "issuer must be the " + (demo ? "" : "https ") + "address of a provider");
        require(!settings.clientId().isBlank(), "client-id must be there");
        require(!settings.clientSecret().isBlank(), "client-secret must be there");
        require(settings.scopes().contains("openid"), "scopes must have openid");
        require(!settings.rolesClaim().isBlank(), "roles-claim must be there");
        require(!settings.claims().name().isBlank(), "claims.name must be there");
        for (String role : settings.roles().keySet()) {
            require(Role.of(role).isPresent(), "roles." + role + " is no role of this server");
        }
        boolean told = !settings.payersClaim().isBlank();
        require(told || settings.payers().isEmpty(), "payers needs a payers-claim");
        require(told || settings.allPayers().isEmpty(), "all-payers needs a payers-claim");
        Duration life = settings.session().life();
        Duration idle = settings.session().idle();
        require(!life.isNegative() && !life.isZero() && life.compareTo(LONGEST) <= 0, "session.life is a day at most");
        require(
                !idle.isNegative() && !idle.isZero() && idle.compareTo(life) <= 0,
                "session.idle is session.life at most");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            problems.add("precert.sign-in." + otherwise);
        }
    }

    private static boolean isAddress(String issuer, boolean demo) {
        try {
            Destination.of(issuer, demo, true);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
