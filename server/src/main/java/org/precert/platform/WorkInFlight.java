package org.precert.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code precert.inflight}, tagged with the door: calls that this node has taken and not yet answered. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WorkInFlight extends OncePerRequestFilter implements MeterBinder {

    private final List<Door> doors = List.of(
            new Door("crd", "/cds-services"),
            new Door("dtr", "/dtr/"),
            new Door("pas", "/pas/"),
            new Door("fhir", "/fhir"),
            new Door("desk", "/review-desk"));
    private final Door other = new Door("other", "/");

    private record Door(String name, String path, AtomicInteger calls) {

        Door(String name, String path) {
            this(name, path, new AtomicInteger());
        }

        void bindTo(MeterRegistry registry) {
            Gauge.builder("precert.inflight", calls, AtomicInteger::get)
                    .description("Calls taken and not yet answered by this node")
                    .tag("door", name)
                    .register(registry);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        doors.forEach(door -> door.bindTo(registry));
        other.bindTo(registry);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AtomicInteger calls = door(request.getRequestURI()).calls();
        calls.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            calls.decrementAndGet();
        }
    }

    private Door door(String path) {
        return doors.stream()
                .filter(door -> path.startsWith(door.path()))
                .findFirst()
                .orElse(other);
    }
}
