package org.precert.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie with a random value: of this host alone, over https alone where that is how the server is reached, and out of reach of
 * scripts. It goes along when somebody comes from another site by a link, as from the provider, and with nothing else from there.
 */
final class Cookies {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String name;
    private final boolean secure;

    /** @param https whether the server is reached by it; browsers hold the prefix to its promises */
    Cookies(String name, boolean https) {
        this.name = https ? "__Host-" + name : name;
        this.secure = https;
    }

    static String randomValue() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing for two of them: only one can be ours. */
    Optional<String> read(HttpServletRequest request) {
        Cookie[] all = request.getCookies();
        List<String> values = Arrays.stream(all == null ? new Cookie[0] : all)
                .filter(each -> each.getName().equals(name))
                .map(Cookie::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)).filter(SHAPE.asMatchPredicate()) : Optional.empty();
    }

    /** @param age how long it is kept; negative: until the browser is closed */
    void write(HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .secure(secure)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void remove(HttpServletResponse response) {
        write(response, "", Duration.ZERO);
    }
}
