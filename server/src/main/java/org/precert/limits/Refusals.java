package org.precert.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses, in the way of each door, and counts: {@code precert.refused} by door and reason. At the doors of PAS, what may be tried
 * again is a 503 without OperationOutcome: there a 4xx says that the same request can never succeed (PAS 2.2.1, spec-39).
 */
final class Refusals implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

    private static final int SOONEST = 2;
    private static final int LATEST = 6;

    private final Map<Door, Map<Reason, LongAdder>> counted = new EnumMap<>(Door.class);
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

    Refusals() {
        for (Door door : Door.values()) {
            Map<Reason, LongAdder> reasons = new EnumMap<>(Reason.class);
            for (Reason reason : Reason.values()) {
                reasons.put(reason, new LongAdder());
            }
            counted.put(door, reasons);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counted.forEach((door, reasons) ->
                reasons.forEach((reason, count) -> FunctionCounter.builder("precert.refused", count, LongAdder::sum)
                        .description("Calls that this node refused for a limit")
                        .tag("door", door.tag())
                        .tag("reason", reason.tag())
                        .register(registry)));
    }

    /** When there is a place again nobody knows; not all who ask for one shall come back in the same second. */
    static Duration shortly() {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1));
    }

    /** @param who fit for a log */
    void refuse(HttpServletResponse response, Door door, Reason reason, Duration wait, String who) throws IOException {
        response.setHeader("Retry-After", Long.toString(wholeSeconds(wait)));
        refuse(response, door, reason, who);
    }

    void refuse(HttpServletResponse response, Door door, Reason reason, String who) throws IOException {
        Objects.requireNonNull(Objects.requireNonNull(counted.get(door)).get(reason))
                .increment();
        log(door, reason, who);
        response.setHeader("Cache-Control", "no-store");
        if (door == Door.PAS && reason.passes()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentLength(0);
            return;
        }
        response.setStatus(reason.status());
        byte[] body = body(door, reason).getBytes(UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** No sooner than it is worth it. */
    static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static String body(Door door, Reason reason) {
        if (door == Door.TOKEN) {
            return reason.passes() ? "{\"error\":\"temporarily_unavailable\"}" : "{\"error\":\"invalid_request\"}";
        }
        return """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s",\
                "details":{"text":"%s"},"diagnostics":"%s"}]}""".formatted(reason.code(), reason.text(), reason.text());
    }

    /** Who floods us shall not flood the log as well. */
    private void log(Door door, Reason reason, String who) {
        long now = System.nanoTime();
        long next = nextLine.get();
        if (now - next >= 0 && nextLine.compareAndSet(next, now + BETWEEN_LINES)) {
            LOG.warn("Calls are refused: {} at {} ({}); precert.refused counts them", reason.tag(), door.tag(), who);
        }
    }
}
