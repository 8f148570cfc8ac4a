package org.precert.sight;

import io.opentelemetry.sdk.trace.IdGenerator;
import org.slf4j.MDC;

/** A trace that begins here has the id that the log tells of the request. */
final class TraceIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();

    @Override
    public String generateSpanId() {
        return random.generateSpanId();
    }

    @Override
    public String generateTraceId() {
        String known = MDC.get(Correlation.TRACE);
        return known == null ? random.generateTraceId() : known;
    }
}
