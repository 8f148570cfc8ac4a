package org.precert.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precert.storage.Sha256;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What a sign-in begins with, and what its end is held against. State, nonce and PKCE's verifier are derived from one random value
 * in a cookie of the browser that began: whichever node it comes back to knows them, and no stranger fills a table.
 */
final class Handshake
        implements OAuth2AuthorizationRequestResolver, AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String SEED = "seed";

    private final ClientRegistration provider;
    private final Cookies cookie;

    Handshake(ClientRegistration provider, Cookies cookie) {
        this.provider = provider;
        this.cookie = cookie;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return SignInFilter.isBegin(request) ? begun(Cookies.randomValue()) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return resolve(request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Optional<String> seed = cookie.read(request);
        return seed.isPresent() ? begun(seed.get()) : null;
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        String seed = begun.getAttribute(SEED);
        if (seed != null) {
            cookie.write(response, seed, LIFE);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        cookie.remove(response);
        return begun;
    }

    private OAuth2AuthorizationRequest begun(String seed) {
        String nonce = derived(seed, "nonce");
        String verifier = derived(seed, "verifier");
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(provider.getProviderDetails().getAuthorizationUri())
                .clientId(provider.getClientId())
                .redirectUri(provider.getRedirectUri())
                .scopes(provider.getScopes())
                .state(derived(seed, "state"))
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        provider.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        nonce,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier,
                        SEED,
                        seed))
                .additionalParameters(Map.of(
                        // The hash, as Spring Security expects it in the ID token.
                        OidcParameterNames.NONCE,
                        sha256(nonce),
                        PkceParameterNames.CODE_CHALLENGE,
                        sha256(verifier),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    private static String derived(String seed, String what) {
        return sha256("precert " + what + " " + seed);
    }

    private static String sha256(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
    }
}
