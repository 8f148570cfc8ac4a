package org.precert.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a token says, all of it there and of the right type. CDS Hooks requires {@code iss}, {@code aud}, {@code exp},
 * {@code iat} and {@code jti}; Epic sends {@code nbf} beside them; SMART can do without {@code iat}.
 */
record Claims(
        Set<String> audience,
        Optional<Instant> issuedAt,
        Instant expiresAt,
        Optional<Instant> notBefore,
        String jti,
        Optional<String> tenant) {

    /** The end of the year 9999: what lies beyond is no date, and would overflow. */
    private static final double LATEST = 253_402_300_799d;

    Claims {
        audience = Set.copyOf(audience);
    }

    /** @return nothing if a claim is missing, or is not what it must be; {@code iat} may be missing, SMART does not ask for it */
    static Optional<Claims> of(ObjectNode claims) {
        Optional<Set<String>> audience = audience(claims.path("aud"));
        Optional<Instant> issuedAt = instant(claims.path("iat"));
        Optional<Instant> expiresAt = instant(claims.path("exp"));
        Optional<Instant> notBefore = instant(claims.path("nbf"));
        Optional<String> jti = SignedToken.text(claims, "jti");
        Optional<String> tenant = SignedToken.text(claims, "tenant");
        boolean odd =
                isOdd(claims, "iat", issuedAt) || isOdd(claims, "nbf", notBefore) || isOdd(claims, "tenant", tenant);
        if (odd || audience.isEmpty() || expiresAt.isEmpty() || jti.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Claims(audience.get(), issuedAt, expiresAt.get(), notBefore, jti.get(), tenant));
    }

    private static boolean isOdd(ObjectNode claims, String name, Optional<?> read) {
        return claims.hasNonNull(name) && read.isEmpty();
    }

    private static Optional<Set<String>> audience(JsonNode aud) {
        if (aud.isTextual()) {
            return Optional.of(Set.of(aud.asText()));
        }
        Set<String> all = new HashSet<>();
        for (JsonNode one : aud) {
            if (!one.isTextual()) {
                return Optional.empty();
            }
            all.add(one.asText());
        }
        return aud.isArray() && !all.isEmpty() ? Optional.of(all) : Optional.empty();
    }

    private static Optional<Instant> instant(JsonNode date) {
        double seconds = date.isNumber() ? date.doubleValue() : -1;
        return seconds >= 0 && seconds <= LATEST
                ? Optional.of(Instant.ofEpochSecond((long) seconds))
                : Optional.empty();
    }
}
