package org.precert.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Spring Security's filters for a sign-in with this provider, put together by hand: two of them, where its own configuration brings
 * a dozen, HTTP sessions, and seconds to the start. It is made at the first sign-in.
 */
final class SignInChain {

    private SignInChain() {}

    static FilterChainProxy of(
            ClientRegistration provider,
            ProviderHttp http,
            Cookies cookie,
            Clock clock,
            AuthenticationSuccessHandler done,
            AuthenticationFailureHandler failed) {
        Handshake handshake = new Handshake(provider, cookie);
        OAuth2AuthorizationRequestRedirectFilter begin = new OAuth2AuthorizationRequestRedirectFilter(handshake);
        begin.setAuthorizationRequestRepository(handshake);
        begin.setAuthenticationFailureHandler(failed);
        OAuth2LoginAuthenticationFilter end = new OAuth2LoginAuthenticationFilter(
                id -> provider.getRegistrationId().equals(id) ? provider : null,
                new NothingKept(),
                SignInFilter.CALLBACK);
        end.setAuthorizationRequestRepository(handshake);
        end.setAuthenticationManager(new ProviderManager(checks(provider, http, clock)));
        end.setAuthenticationSuccessHandler(done);
        end.setAuthenticationFailureHandler(failed);
        return new FilterChainProxy(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, begin, end));
    }

    /** The ID token tells all: the provider is not asked for more about a person. */
    private static OidcAuthorizationCodeAuthenticationProvider checks(
            ClientRegistration provider, ProviderHttp http, Clock clock) {
        OidcAuthorizationCodeAuthenticationProvider checks = new OidcAuthorizationCodeAuthenticationProvider(
                new CodeExchange(http), signedIn -> new DefaultOidcUser(List.of(), signedIn.getIdToken()));
        JwtDecoder decoder = IdTokens.decoder(provider, http, clock);
        checks.setJwtDecoderFactory(registration -> decoder);
        return checks;
    }

    /** The provider's access token is for nothing here. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // Spring's signature
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // See above.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // See above.
        }
    }
}
