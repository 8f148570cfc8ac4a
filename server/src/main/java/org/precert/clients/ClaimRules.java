package org.precert.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the claims of a token must be. */
final class ClaimRules {

    /** What two clocks may differ by. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** Not the five minutes of SMART: Epic signs for a quarter of an hour. CDS Hooks: "no more than an hour". */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

    /** What fits the column, on any database: neither control characters nor what has two spellings. */
    private static final Pattern JTI = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private ClaimRules() {}

    /** @param url of the service that is called, as clients know it */
    static Optional<Refusal> refusal(Claims claims, Registration registration, String url, Instant now) {
        if (!claims.audience().contains(url) && Collections.disjoint(claims.audience(), registration.audiences())) {
            return Optional.of(Refusal.AUDIENCE);
        }
        return times(claims, now).or(() -> names(claims, registration));
    }

    private static Optional<Refusal> times(Claims claims, Instant now) {
        if (!now.isBefore(claims.expiresAt().plus(SKEW))) {
            return Optional.of(Refusal.EXPIRED);
        }
        Instant latest = now.plus(SKEW);
        if (claims.issuedAt().isAfter(latest)
                || claims.notBefore().filter(latest::isBefore).isPresent()) {
            return Optional.of(Refusal.NOT_YET_VALID);
        }
        Duration life = Duration.between(claims.issuedAt(), claims.expiresAt());
        boolean fits = !life.isNegative() && !life.isZero() && life.compareTo(LONGEST_LIFE) <= 0;
        return fits ? Optional.empty() : Optional.of(Refusal.LIFETIME);
    }

    private static Optional<Refusal> names(Claims claims, Registration registration) {
        boolean known = registration.tenants().isEmpty()
                || claims.tenant().filter(registration.tenants()::contains).isPresent();
        if (!known) {
            return Optional.of(Refusal.TENANT);
        }
        return JTI.matcher(claims.jti()).matches() ? Optional.empty() : Optional.of(Refusal.JTI);
    }
}
