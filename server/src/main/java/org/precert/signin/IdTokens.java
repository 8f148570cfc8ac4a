package org.precert.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks ID tokens: signed with a key that the provider publishes now, by an algorithm of this list, for this server, from that
 * issuer, at this time. No token says by which algorithm, or with whose key, it is checked.
 */
final class IdTokens {

    /** Each needs a key pair: none of these can be forged by who knows what is public, and "none" is not among them. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final long KEYS_KEPT = Duration.ofMinutes(5).toMillis();
    private static final long LONGEST_WAIT = Duration.ofSeconds(5).toMillis();
    private static final long BETWEEN_MISSES = Duration.ofSeconds(30).toMillis();

    private IdTokens() {}

    static JwtDecoder decoder(ClientRegistration provider, ProviderHttp http, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(provider, http)));
        // Spring's validators below check the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        OidcIdTokenValidator rules = new OidcIdTokenValidator(provider);
        rules.setClock(clock);
        rules.setClockSkew(SKEW);
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, rules));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(ClientRegistration provider, ProviderHttp http) {
        return JWKSourceBuilder.create(url(provider.getProviderDetails().getJwkSetUri()), url -> fetched(url, http))
                .cache(KEYS_KEPT, LONGEST_WAIT)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_MISSES)
                .build();
    }

    private static Resource fetched(URL url, ProviderHttp http) throws IOException {
        try {
            return new Resource(new String(http.get(url.toURI()), StandardCharsets.UTF_8), "application/json");
        } catch (URISyntaxException e) {
            throw new IOException("The identity provider's keys have no address", e);
        }
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The identity provider's keys have no address", e);
        }
    }
}
