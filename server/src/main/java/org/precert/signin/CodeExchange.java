package org.precert.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.precert.outgoing.Header;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;

/** Changes the code that a browser brought for the provider's tokens: RFC 6749, 4.1.3, and RFC 7636, 4.5. */
record CodeExchange(ProviderHttp http) implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest asked) {
        ClientRegistration provider = asked.getClientRegistration();
        OAuth2AuthorizationRequest begun = asked.getAuthorizationExchange().getAuthorizationRequest();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put(
                "code",
                asked.getAuthorizationExchange().getAuthorizationResponse().getCode());
        form.put("redirect_uri", provider.getRedirectUri());
        form.put(
                PkceParameterNames.CODE_VERIFIER,
                Objects.requireNonNull(begun.getAttribute(PkceParameterNames.CODE_VERIFIER)));
        boolean header =
                provider.getClientAuthenticationMethod().equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        if (!header) {
            form.put("client_id", provider.getClientId());
            form.put("client_secret", provider.getClientSecret());
        }
        try {
            return read(http.post(
                    URI.create(provider.getProviderDetails().getTokenUri()),
                    header ? List.of(accept(), basic(provider)) : List.of(accept()),
                    form.entrySet().stream()
                            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                            .collect(Collectors.joining("&"))));
        } catch (IOException e) {
            throw new OAuth2AuthorizationException(new OAuth2Error(SignInFailure.UNREACHABLE), e);
        }
    }

    private static OAuth2AccessTokenResponse read(Map<String, Object> answer) {
        if (answer.get("access_token") instanceof String && answer.get("id_token") instanceof String) {
            try {
                return new DefaultMapOAuth2AccessTokenResponseConverter().convert(answer);
            } catch (IllegalArgumentException e) {
                throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response"), e);
            }
        }
        throw new OAuth2AuthorizationException(new OAuth2Error("invalid_grant"));
    }

    private static Header accept() {
        return new Header("Accept", "application/json");
    }

    /** RFC 6749, 2.3.1: each is encoded as in a form first. */
    private static Header basic(ClientRegistration provider) {
        String both = encoded(provider.getClientId()) + ":" + encoded(provider.getClientSecret());
        return new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
