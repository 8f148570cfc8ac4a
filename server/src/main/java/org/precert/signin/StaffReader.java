package org.precert.signin;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precert.cases.Person;
import org.precert.staff.Role;
import org.precert.staff.Staff;
import org.precert.storage.Sha256;

/** Reads who somebody is, and what they may do here, from the claims of a checked ID token. */
final class StaffReader {

    private static final Pattern NPI = Pattern.compile("\\d{10}");
    private static final int LONGEST = 100;
    private static final int ID_LENGTH = 32;

    private final SignInProperties settings;

    StaffReader(SignInProperties settings) {
        this.settings = settings;
    }

    /** Empty roles: nobody of the staff. */
    Staff read(String subject, Map<String, Object> token) {
        Claims claims = new Claims(token);
        Set<Role> roles = roles(claims);
        String id = id(settings.issuer(), subject);
        String name = text(claims, settings.claims().name());
        String npi = text(claims, settings.claims().npi());
        Person person = new Person(
                id,
                name.isEmpty() ? id : name,
                text(claims, settings.claims().credential()),
                NPI.matcher(npi).matches() ? npi : "",
                text(claims, settings.claims().specialty()),
                roles.contains(Role.MEDICAL_DIRECTOR));
        if (settings.payersClaim().isBlank()) {
            return new Staff(person, Set.of(), roles);
        }
        return payers(claims)
                .map(payers -> new Staff(person, payers, roles))
                // No payers would mean all of them.
                .orElseGet(() -> new Staff(person, Set.of(), Set.of()));
    }

    /**
     * Of issuer and subject, which the provider never gives to anybody else: a name or a mail address may be, and may be
     * the person's own choice.
     */
    static String id(String issuer, String subject) {
        return "s-" + Sha256.hex(issuer + "\n" + subject).substring(0, ID_LENGTH);
    }

    private Set<Role> roles(Claims claims) {
        Set<String> told = claims.texts(settings.rolesClaim());
        return Arrays.stream(Role.values())
                .filter(role -> values(settings.roles(), role.code()).stream().anyMatch(told::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** None: of all payers; nothing: of no payer. */
    private Optional<Set<String>> payers(Claims claims) {
        Set<String> told = claims.texts(settings.payersClaim());
        if (settings.allPayers().stream().anyMatch(told::contains)) {
            return Optional.of(Set.of());
        }
        Set<String> keys = settings.payers().isEmpty()
                ? told
                : settings.payers().keySet().stream()
                        .filter(key -> values(settings.payers(), key).stream().anyMatch(told::contains))
                        .collect(Collectors.toUnmodifiableSet());
        return Optional.of(keys).filter(each -> !each.isEmpty());
    }

    private static Set<String> values(Map<String, Set<String>> mapped, String code) {
        return mapped.getOrDefault(code, Set.of(code));
    }

    private static String text(Claims claims, String name) {
        String text = claims.text(name).replaceAll("\\p{C}", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
