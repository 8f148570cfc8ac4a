package org.precert.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no more calls than this node works on at once. {@code precert.inflight}, tagged with the door, are those that it has taken and not yet
 * answered.
 */
final class WorkInFlight extends OncePerRequestFilter implements MeterBinder {

    private final Map<Door, AtomicInteger> calls = new EnumMap<>(Door.class);
    private final Places places;
    private final Refusals refusals;

    WorkInFlight(Places places, Refusals refusals) {
        this.places = places;
        this.refusals = refusals;
        for (Door door : Door.values()) {
            calls.put(door, new AtomicInteger());
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        calls.forEach((door, count) -> Gauge.builder("precert.inflight", count, AtomicInteger::get)
                .description("Calls taken and not yet answered by this node")
                .tag("door", door.tag())
                .register(registry));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Door door = Door.of(request);
        if (OpenToAll.includes(request)) {
            count(door, request, response, chain);
        } else if (places.enter()) {
            try {
                count(door, request, response, chain);
            } finally {
                places.leave();
            }
        } else {
            refusals.refuse(response, door, Reason.IN_FLIGHT, Refusals.shortly(), "whoever calls");
        }
    }

    private void count(Door door, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AtomicInteger taken = Objects.requireNonNull(calls.get(door));
        taken.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            taken.decrementAndGet();
        }
    }
}
