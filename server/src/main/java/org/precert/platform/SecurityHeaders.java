package org.precert.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * What every answer carries, whoever gives it, be it Tomcat itself. Nothing is kept by a cache, run, framed or guessed at, but where a door
 * says otherwise: see {@link OneOfEach}.
 */
final class SecurityHeaders extends ValveBase {

    /** For two years, as browsers' lists ask. */
    private static final String HTTPS_ALONE = "max-age=63072000";

    private final boolean https;

    /** @param https whether clients reach this server by it */
    SecurityHeaders(boolean https) {
        super(true);
        this.https = https;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (https) {
            response.setHeader("Strict-Transport-Security", HTTPS_ALONE);
        }
        getNext().invoke(request, response);
    }
}
