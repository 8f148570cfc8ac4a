package org.precert.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.precert.audit.AuditEntry.Refused;
import org.springframework.http.HttpHeaders;

/** What a browser is shown while somebody signs in: next to nothing. */
final class Pages {

    private Pages() {}

    static void guard(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static void failed(HttpServletRequest request, HttpServletResponse response, SignInFailure why) throws IOException {
        request.setAttribute(Refused.WHY, why.code());
        response.setStatus(why.status());
        if (why.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        response.setContentType("text/html;charset=UTF-8");
        byte[] page = ("<!doctype html><html lang=\"en\"><title>Sign in</title><h1>You are not signed in</h1><p>"
                        + why.words() + "</p><p><a href=\"" + SignInFilter.BEGIN + "\">Sign in</a></p></html>")
                .getBytes(UTF_8);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** By GET, whatever was before. */
    static void see(HttpServletResponse response, String path) {
        response.setHeader(HttpHeaders.LOCATION, path);
        end(response, HttpServletResponse.SC_SEE_OTHER);
    }

    static void end(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }
}
