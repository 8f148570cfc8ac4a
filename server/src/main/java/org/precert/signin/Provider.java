package org.precert.signin;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * The identity provider, as it describes itself (OpenID Connect Discovery 1.0, 4). It is asked at the first sign-in, so that a server
 * starts without it; then hourly, and what it said before counts while it does not answer.
 */
final class Provider {

    /** Where it is told how a browser's session at the provider is ended; in the registration's metadata. */
    static final String END_SESSION = "end_session_endpoint";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SignInProperties settings;
    private final String redirect;
    private final ProviderHttp http;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(Optional.empty(), Instant.MIN);

    /** @param redirect where it sends browsers back to */
    Provider(SignInProperties settings, String redirect, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.redirect = redirect;
        this.http = http;
        this.clock = clock;
    }

    private record Known(Optional<ClientRegistration> registration, Instant until) {}

    /** What was said last, without asking. */
    Optional<ClientRegistration> last() {
        return known.registration();
    }

    /** Nothing where it was never reached, and is not now. */
    Optional<ClientRegistration> registration() {
        if (clock.instant().isBefore(known.until())) {
            return known.registration();
        }
        try {
            if (!asking.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return known.registration();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known.registration();
        }
        try {
            // Whoever waited takes what the one before learned.
            if (!clock.instant().isBefore(known.until())) {
                known = asked();
            }
            return known.registration();
        } finally {
            asking.unlock();
        }
    }

    private Known asked() {
        try {
            String base = settings.issuer().replaceFirst("/$", "");
            ClientRegistration now = read(http.json(URI.create(base + "/.well-known/openid-configuration")));
            return new Known(Optional.of(now), clock.instant().plus(GOOD_FOR));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The identity provider of the staff can not be asked: {}", e.getMessage());
            return new Known(known.registration(), clock.instant().plus(AFTER_FAILURE));
        }
    }

    // Where browsers are sent is not fetched by this server, which would refuse plain http by itself.
    private String page(Map<String, Object> told) {
        String address = address(told, "authorization_endpoint");
        if (settings.issuer().startsWith("https:") && !address.startsWith("https:")) {
            throw new IllegalArgumentException("it signs people in over plain http");
        }
        return address;
    }

    private ClientRegistration read(Map<String, Object> told) {
        if (!settings.issuer().equals(told.get("issuer"))) {
            throw new IllegalArgumentException("it calls itself otherwise than precert.sign-in.issuer");
        }
        return ClientRegistration.withRegistrationId("staff")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(method(told.get("token_endpoint_auth_methods_supported")))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect)
                .scope(settings.scopes())
                .issuerUri(settings.issuer())
                .authorizationUri(page(told))
                .tokenUri(address(told, "token_endpoint"))
                .jwkSetUri(address(told, "jwks_uri"))
                .providerConfigurationMetadata(
                        told.get(END_SESSION) instanceof String end ? Map.of(END_SESSION, end) : Map.of())
                .userNameAttributeName("sub")
                .build();
    }

    /** Without a word of the provider it is the header: Discovery, 3. */
    private static ClientAuthenticationMethod method(@Nullable Object told) {
        boolean header = !(told instanceof Collection<?> methods)
                || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue());
        return header ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : ClientAuthenticationMethod.CLIENT_SECRET_POST;
    }

    private static String address(Map<String, Object> told, String name) {
        if (told.get(name) instanceof String address && !address.isBlank()) {
            return address;
        }
        throw new IllegalArgumentException("it does not tell its " + name);
    }
}
