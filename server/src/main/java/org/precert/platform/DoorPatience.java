package org.precert.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.precert.storage.Patience;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How long a call waits for the database: hooks owe an answer in 5 s, prior authorizations in 15 s. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class DoorPatience extends OncePerRequestFilter {

    private static final Duration HOOKS = Duration.ofSeconds(3);
    private static final Duration PROBES = Duration.ofSeconds(2);
    private static final Duration OTHERS = Duration.ofSeconds(7);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Patience held = Patience.of(of(request.getRequestURI()));
        try {
            chain.doFilter(request, response);
        } finally {
            held.close();
        }
    }

    static Duration of(String path) {
        if (path.startsWith("/cds-services")) {
            return HOOKS;
        }
        return path.equals("/readyz") || path.startsWith("/actuator/health") ? PROBES : OTHERS;
    }
}
