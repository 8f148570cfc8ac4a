package org.precert.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the claims of a token must be: of one that comes with a call of CDS Hooks, and of one that asks for an access token. */
final class ClaimRules {

    /** What two clocks may differ by. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** Not the five minutes of SMART: Epic signs for a quarter of an hour. CDS Hooks: "no more than an hour". */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

    /** SMART: "no more than five minutes in the future"; and what a clock that is ahead makes of it. */
    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5).plusSeconds(30);

    /** What fits the column, on any database: neither control characters nor what has two spellings. */
    private static final Pattern JTI = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private ClaimRules() {}

    /** @param url of the service that is called, as clients know it */
    static Optional<Refusal> ofCall(Claims claims, Registration registration, String url, Instant now) {
        if (claims.issuedAt().isEmpty()) {
            return Optional.of(Refusal.INCOMPLETE);
        }
        if (!claims.audience().contains(url) && Collections.disjoint(claims.audience(), registration.audiences())) {
            return Optional.of(Refusal.AUDIENCE);
        }
        Duration life = Duration.between(claims.issuedAt().get(), claims.expiresAt());
        boolean fits = !life.isNegative() && !life.isZero() && life.compareTo(LONGEST_LIFE) <= 0;
        return times(claims, now)
                .or(() -> fits ? Optional.empty() : Optional.of(Refusal.LIFETIME))
                .or(() -> tenant(claims, registration))
                .or(() -> jti(claims));
    }

    /** @param url of the token endpoint; the audiences that CDS Hooks may name do not count */
    static Optional<Refusal> ofAssertion(SignedToken token, Claims claims, String url, Instant now) {
        if (!claims.audience().contains(url)) {
            return Optional.of(Refusal.AUDIENCE);
        }
        if (!SignedToken.text(token.claims(), "sub").equals(token.issuer())) {
            return Optional.of(Refusal.SUBJECT);
        }
        boolean fits = !claims.expiresAt().isAfter(now.plus(LONGEST_ASSERTION));
        return times(claims, now)
                .or(() -> fits ? Optional.empty() : Optional.of(Refusal.LIFETIME))
                .or(() -> jti(claims));
    }

    private static Optional<Refusal> times(Claims claims, Instant now) {
        if (!now.isBefore(claims.expiresAt().plus(SKEW))) {
            return Optional.of(Refusal.EXPIRED);
        }
        Instant latest = now.plus(SKEW);
        boolean early = claims.issuedAt().filter(latest::isBefore).isPresent()
                || claims.notBefore().filter(latest::isBefore).isPresent();
        return early ? Optional.of(Refusal.NOT_YET_VALID) : Optional.empty();
    }

    private static Optional<Refusal> tenant(Claims claims, Registration registration) {
        boolean known = registration.tenants().isEmpty()
                || claims.tenant().filter(registration.tenants()::contains).isPresent();
        return known ? Optional.empty() : Optional.of(Refusal.TENANT);
    }

    private static Optional<Refusal> jti(Claims claims) {
        return JTI.matcher(claims.jti()).matches() ? Optional.empty() : Optional.of(Refusal.JTI);
    }
}
