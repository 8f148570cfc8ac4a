package org.precert.staff;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.precert.audit.AuditEntry.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody but staff to the review desk, the record and what administrators do, each where their role may go; and no
 * other site act in their name: a browser sends their key or cookie by itself to whatever page asks it to.
 */
final class StaffFilter extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final byte[] NOT_THIS_ROLE = "{\"words\":\"This is not for your role\"}".getBytes(US_ASCII);

    private final SignIn signIn;

    StaffFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        guard(response);
        Optional<Staff> staff = signIn.signedIn(request);
        if (staff.isEmpty()) {
            signIn.ask(request, response);
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
        if (!StaffRoutes.allow(staff.get(), request.getMethod(), path(request))) {
            request.setAttribute(Refused.WHY, "role");
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(NOT_THIS_ROLE.length);
            response.getOutputStream().write(NOT_THIS_ROLE);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** What is shown there is of patients: no cache keeps it, no other page frames it, and no script runs but our own. */
    private static void guard(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void end(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }
}
