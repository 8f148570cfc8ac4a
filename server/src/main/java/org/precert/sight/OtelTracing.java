package org.precert.sight;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;

/** Into OpenTelemetry. No exception, event or link is ever added: they would bring messages with them. */
final class OtelTracing implements Tracing {

    private static final char OUR_FAULT = '5';

    private final Tracer tracer;

    OtelTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Span arrival(Correlation correlation) {
        SpanBuilder builder = tracer.spanBuilder(Work.REQUEST.label()).setSpanKind(SpanKind.SERVER);
        if (correlation.parent().isEmpty()) {
            builder.setNoParent();
        } else {
            SpanContext caller = SpanContext.createFromRemoteParent(
                    correlation.traceId(), correlation.parent(), TraceFlags.getDefault(), TraceState.getDefault());
            builder.setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(caller)));
        }
        return current(builder);
    }

    @Override
    public Span begin(Work work) {
        return current(tracer.spanBuilder(work.label()));
    }

    @Override
    public Span beside(Work work) {
        return new Begun(
                tracer.spanBuilder(work.label()).setSpanKind(SpanKind.CLIENT).startSpan(), Optional.empty());
    }

    @SuppressWarnings("MustBeClosedChecker") // by whoever ends the span
    private static Span current(SpanBuilder builder) {
        io.opentelemetry.api.trace.Span span = builder.startSpan();
        return new Begun(span, Optional.of(span.makeCurrent()));
    }

    private record Begun(io.opentelemetry.api.trace.Span span, Optional<Scope> scope) implements Span {

        @Override
        public Span tell(Fact fact, String value) {
            span.setAttribute(fact.key(), value);
            if (fact == Fact.ROUTE) {
                span.updateName(value);
            }
            if (fact == Fact.STATUS && value.charAt(0) == OUR_FAULT) {
                span.setStatus(StatusCode.ERROR);
            }
            return this;
        }

        @Override
        public void close() {
            scope.ifPresent(Scope::close);
            span.end();
        }
    }
}
