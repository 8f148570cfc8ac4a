package org.precert.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** By the keys of the configuration, over HTTP Basic: of the demo profile alone. */
final class KeySignIn implements SignIn {

    private static final Pattern BASIC = Pattern.compile("basic +([A-Za-z0-9+/]+=*)", Pattern.CASE_INSENSITIVE);

    private final ConfiguredStaff staff;

    KeySignIn(ConfiguredStaff staff) {
        this.staff = staff;
    }

    @Override
    public Optional<Staff> signedIn(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        Matcher basic = BASIC.matcher(headers.isEmpty() ? "" : headers.get(0));
        if (headers.size() != 1 || !basic.matches()) {
            return Optional.empty();
        }
        try {
            String said = new String(Base64.getDecoder().decode(basic.group(1)), UTF_8);
            int colon = said.indexOf(':');
            return colon < 0 ? Optional.empty() : staff.signIn(said.substring(0, colon), said.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void ask(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Precert review desk\", charset=\"UTF-8\"");
        response.setContentLength(0);
    }
}
