package org.precert.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.precert.storage.Patience;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How long a call waits for the database: hooks owe an answer in 5 s, and in 10 s at the very most; prior authorizations in 15 s. The
 * time for all answers counts from here, with what the call needs for anything else but its body, which is the caller's to send; the
 * way there and back has the rest.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class DoorPatience extends OncePerRequestFilter {

    private static final Times HOOKS = new Times(Duration.ofSeconds(3), Duration.ofSeconds(9));
    private static final Times PROBES = new Times(Duration.ofSeconds(2), Duration.ofSeconds(2));
    private static final Times DOORS = new Times(Duration.ofSeconds(7), Duration.ofMillis(13_500));
    private static final Times PEOPLE = new Times(Duration.ofSeconds(7), Duration.ofSeconds(60));
    private static final Pattern DOOR = Pattern.compile("/(pas|dtr|fhir|oauth|patient-access)(/.*)?");

    /**
     * @param one for one answer
     * @param all for all of them
     */
    record Times(Duration one, Duration all) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Times times = of(request.getRequestURI());
        Patience held = Patience.of(times.one(), times.all());
        try {
            chain.doFilter(request, response);
        } finally {
            held.close();
        }
    }

    static Times of(String path) {
        if (path.startsWith("/cds-services")) {
            return HOOKS;
        }
        if (path.equals("/readyz") || path.startsWith("/actuator/health")) {
            return PROBES;
        }
        return DOOR.matcher(path).matches() ? DOORS : PEOPLE;
    }
}
