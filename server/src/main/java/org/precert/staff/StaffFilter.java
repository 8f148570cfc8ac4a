package org.precert.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody but staff to the review desk and to what administrators do, and no other site act in their name: a browser sends their key by itself to
 * whatever page asks it to.
 */
final class StaffFilter extends OncePerRequestFilter {

    private static final Pattern BASIC = Pattern.compile("basic +([A-Za-z0-9+/]+=*)", Pattern.CASE_INSENSITIVE);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final StaffDirectory directory;

    StaffFilter(StaffDirectory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        guard(response);
        Optional<Staff> staff = signedIn(request);
        if (staff.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Precert review desk\", charset=\"UTF-8\"");
            end(response, HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        SameOrigin asked = new SameOrigin(request);
        if (asked.changesSomething() && !asked.isJson()) {
            end(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (asked.changesSomething() && !asked.holds()) {
            end(response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        request.setAttribute(Staff.ATTRIBUTE, staff.get());
        chain.doFilter(request, response);
    }

    /** What is shown there is of patients: no cache keeps it, no other page frames it, and no script runs but our own. */
    private static void guard(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Optional<Staff> signedIn(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        Matcher basic = BASIC.matcher(headers.isEmpty() ? "" : headers.get(0));
        if (headers.size() != 1 || !basic.matches()) {
            return Optional.empty();
        }
        try {
            String said = new String(Base64.getDecoder().decode(basic.group(1)), UTF_8);
            int colon = said.indexOf(':');
            return colon < 0 ? Optional.empty() : directory.signIn(said.substring(0, colon), said.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void end(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }
}
