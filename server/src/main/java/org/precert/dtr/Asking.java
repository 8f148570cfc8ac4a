package org.precert.dtr;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.DtrSettings;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.call.SentParameters;
import org.precert.forms.Flavour;
import org.precert.review.Deadline;

/**
 * Finds out which version of the guide a call speaks: by its address, by its client, by the profile that it says it has, by
 * a parameter that one version alone knows, and else the usual one.
 */
final class Asking {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String PROFILES = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/dtr-";

    private final GuideVersion usual;
    private final boolean lenient;
    private final Clock clock;

    Asking(GuideVersion usual, boolean lenient, Clock clock) {
        this.usual = usual;
        this.lenient = lenient;
        this.clock = clock;
    }

    /** @param path the version that the address says; empty for the usual one */
    Asked of(Caller caller, String path, Optional<SentParameters> sent) {
        GuideVersion version = GuideVersion.of(path)
                .or(() -> caller.known()
                        .map(Client::forms)
                        .flatMap(DtrSettings::version)
                        .flatMap(GuideVersion::of))
                .or(() -> sent.flatMap(Asking::told))
                .orElse(usual);
        boolean pinned =
                !caller.known().map(Client::forms).map(DtrSettings::lenient).orElse(lenient);
        return new Asked(caller, new Flavour(version, pinned), clock.instant(), clock.getZone(), Deadline.after(LIMIT));
    }

    private static Optional<GuideVersion> told(SentParameters sent) {
        Optional<GuideVersion> profile = sent.profiles().stream()
                .filter(each -> each.startsWith(PROFILES) && each.contains("|"))
                .flatMap(each -> GuideVersion.of(each.substring(each.indexOf('|') + 1)).stream())
                .findFirst();
        return profile.or(() ->
                sent.named(Set.of("referenced")).isEmpty() ? Optional.empty() : Optional.of(GuideVersion.STU_2_0));
    }
}
