package org.precert.clients;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precert.clients.Verdict.Accepted;
import org.precert.clients.Verdict.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Checks the token of a call, each rule before the dearer one: its form and algorithm, its issuer, its key, its
 * signature, what it says, and at last that it is new. Where a key lies is looked up in the registration; what the
 * token says of it is compared and never followed.
 * <a href="https://cds-hooks.hl7.org/2.0/#trusting-cds-clients">Trusting CDS Clients</a>
 */
final class TokenCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
    private static final Pattern HOST = Pattern.compile("https://[A-Za-z0-9.-]{1,100}");

    /** Before the client's id where its assertions are kept: no issuer has a space. */
    private static final String ASSERTION = "assertion of ";

    private final Clients clients;
    private final SeenTokens seen;
    private final Clock clock;

    TokenCheck(Clients clients, SeenTokens seen, Clock clock) {
        this.clients = clients;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * The token of a call of CDS Hooks: whose issuer a client has.
     *
     * @param url of the service that is called, as clients know it
     */
    Verdict check(String compact, String url) {
        return check(compact, clients::registration, (token, claims, registration) -> {
            Instant now = clock.instant();
            return ClaimRules.ofCall(claims, registration, url, now)
                    .or(() -> replay(token.issuer().orElseThrow(), claims));
        });
    }

    /**
     * The assertion of a client that asks for an access token: whose issuer is its id.
     * <a href="https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html">SMART, asymmetric</a>
     *
     * @param url of the token endpoint, as clients know it
     */
    Verdict checkAssertion(String compact, String url) {
        return check(compact, clients::registrationOf, (token, claims, registration) -> {
            Instant now = clock.instant();
            return ClaimRules.ofAssertion(token, claims, url, now)
                    .or(() -> replay(ASSERTION + token.issuer().orElseThrow(), claims));
        });
    }

    private interface Rules {

        Optional<Refusal> refusal(SignedToken token, Claims claims, Registration registration);
    }

    private Verdict check(String compact, Function<String, Optional<Registration>> issuers, Rules rules) {
        Optional<SignedToken> read = SignedToken.read(compact);
        if (read.isEmpty()) {
            return new Refused(Refusal.MALFORMED, "nobody");
        }
        SignedToken token = read.get();
        Optional<Registration> registered = token.issuer().flatMap(issuers);
        Optional<Refusal> header = HeaderRules.refusal(token.header());
        if (header.isPresent() || registered.isEmpty()) {
            return new Refused(header.orElse(Refusal.UNKNOWN_ISSUER), about(token, registered));
        }
        Registration registration = registered.get();
        Optional<Claims> claims = Claims.of(token.claims());
        Optional<Refusal> refusal = jku(token, registration)
                .or(() -> signature(token, registration))
                .or(() -> claims.isEmpty() ? Optional.of(Refusal.INCOMPLETE) : Optional.empty())
                .or(() -> claims.flatMap(says -> rules.refusal(token, says, registration)));
        return refusal.<Verdict>map(why -> new Refused(why, about(token, registered)))
                .orElseGet(() -> new Accepted(registration.client()));
    }

    private static Optional<Refusal> jku(SignedToken token, Registration registration) {
        boolean foreign = token.header().has("jku")
                && !(SignedToken.text(token.header(), "jku").isPresent()
                        && SignedToken.text(token.header(), "jku").equals(registration.jwksUrl()));
        return foreign ? Optional.of(Refusal.FOREIGN_JKU) : Optional.empty();
    }

    private static Optional<Refusal> signature(SignedToken token, Registration registration) {
        String kid = SignedToken.text(token.header(), "kid").orElseThrow();
        JWSAlgorithm algorithm = HeaderRules.algorithm(token.header()).orElseThrow();
        Optional<SigningKeys> keys = registration.keys().knowing(kid);
        if (keys.isEmpty()) {
            return Optional.of(Refusal.KEYS_UNAVAILABLE);
        }
        var fitting = keys.get().fitting(kid, algorithm);
        if (fitting.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_KEY);
        }
        try {
            JWSObject signed = JWSObject.parse(token.compact());
            return fitting.stream().anyMatch(key -> isSignedBy(signed, key))
                    ? Optional.empty()
                    : Optional.of(Refusal.SIGNATURE);
        } catch (ParseException e) {
            return Optional.of(Refusal.MALFORMED);
        }
    }

    private static boolean isSignedBy(JWSObject token, JWK key) {
        try {
            JWSVerifier verifier = token.getHeader().getAlgorithm().equals(JWSAlgorithm.ES384)
                    ? new ECDSAVerifier(key.toECKey().toECPublicKey())
                    : new RSASSAVerifier(key.toRSAKey().toRSAPublicKey());
            return token.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private Optional<Refusal> replay(String issuer, Claims claims) {
        try {
            boolean first =
                    seen.isFirstUse(issuer, claims.jti(), claims.expiresAt().plus(ClaimRules.SKEW));
            return first ? Optional.empty() : Optional.of(Refusal.REPLAYED);
        } catch (DataAccessException e) {
            LOG.warn(
                    "It can not be told whether a token is new: {}",
                    e.getClass().getSimpleName());
            return Optional.of(Refusal.STORE_UNAVAILABLE);
        }
    }

    /** The registered id; or the server that the issuer says it is: more of the caller's word has no place in a log. */
    private static String about(SignedToken token, Optional<Registration> registered) {
        return registered
                .map(registration -> "the client " + registration.client().id())
                .or(() -> token.issuer().map(issuer -> "the issuer " + tame(issuer)))
                .orElse("nobody");
    }

    private static String tame(String issuer) {
        Matcher host = HOST.matcher(issuer);
        return host.lookingAt() ? host.group() : "unknown";
    }
}
