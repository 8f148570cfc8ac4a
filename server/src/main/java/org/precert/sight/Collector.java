package org.precert.sight;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to the operator's collector, by OTLP over HTTP, in batches beside the work. What does not fit is dropped. Nothing
 * of OpenTelemetry's SDK is loaded before there is one of these.
 */
final class Collector implements AutoCloseable {

    private static final SpanLimits LIMITS = SpanLimits.builder()
            .setMaxNumberOfAttributes(16)
            .setMaxAttributeValueLength(120)
            .setMaxNumberOfEvents(1)
            .setMaxNumberOfLinks(1)
            .build();
    private static final long LONGEST_STOP_MILLIS = 3000;

    private final SdkTracerProvider provider;

    Collector(TracingSettings settings, String version, String node) {
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.endpoint()).setMeterProvider(MeterProvider.noop());
        settings.headers().forEach(exporter::addHeader);
        // The share is of trace ids: a caller can not have its requests traced by saying that they are sampled.
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"), "precert",
                        AttributeKey.stringKey("service.version"), version,
                        AttributeKey.stringKey("service.instance.id"), node)))
                .setSampler(Sampler.traceIdRatioBased(settings.probability()))
                .setIdGenerator(new TraceIds())
                .setSpanLimits(LIMITS)
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build())
                        .setMeterProvider(MeterProvider.noop())
                        .build())
                .build();
        Spans.go(new OtelTracing(provider.get("precert")));
    }

    @Override
    public void close() {
        Spans.go(Tracing.OFF);
        provider.shutdown().join(LONGEST_STOP_MILLIS, TimeUnit.MILLISECONDS);
    }
}
