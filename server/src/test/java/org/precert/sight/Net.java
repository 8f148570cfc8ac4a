package org.precert.sight;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Catches what is marked wherever this process tells something: its log, at the level that people set in trouble, with all that
 * hangs on a line; what it prints; its traces; what it answers. Exceptions are read as production writes them.
 */
final class Net implements AutoCloseable {

    private static final int ENOUGH = 400;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Map<String, Level> before = new HashMap<>();
    private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Map<String, Queue<String>> caught = new ConcurrentHashMap<>();
    private final Set<String> spans = ConcurrentHashMap.newKeySet();
    private final SdkTracerProvider traces = SdkTracerProvider.builder()
            .setIdGenerator(new TraceIds())
            .addSpanProcessor(SimpleSpanProcessor.create(new Exported()))
            .build();
    private final AppenderBase<ILoggingEvent> everything = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            look(event);
        }
    };

    private final Predicate<String> sought;
    private volatile long lines;

    Net() {
        this(Marks::in);
    }

    /** @param sought what must not come out */
    Net(Predicate<String> sought) {
        this.sought = sought;
        root.iteratorForAppenders().forEachRemaining(usual::add);
        usual.forEach(root::detachAppender);
        everything.setContext(context);
        everything.start();
        root.addAppender(everything);
        level(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.TRACE);
        level("org.precert", Level.TRACE);
        System.setOut(new PrintStream(new Printed(), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Printed(), true, StandardCharsets.UTF_8));
        Spans.go(new OtelTracing(traces.get("test")));
    }

    private void level(String logger, Level level) {
        before.put(logger, context.getLogger(logger).getLevel());
        context.getLogger(logger).setLevel(level);
    }

    @Override
    public void close() {
        Spans.go(Tracing.OFF);
        traces.close();
        System.setOut(out);
        System.setErr(err);
        root.detachAppender(everything);
        usual.forEach(root::addAppender);
        before.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
    }

    /** What was found, of this kind. */
    List<String> caught(String kind) {
        return List.copyOf(caught.getOrDefault(kind, new ConcurrentLinkedQueue<>()));
    }

    Set<String> spans() {
        return spans;
    }

    long lines() {
        return lines;
    }

    private void look(ILoggingEvent event) {
        lines++;
        StringBuilder all = new StringBuilder(event.getLoggerName()).append(' ').append(event.getFormattedMessage());
        all.append(event.getMDCPropertyMap()).append(event.getThreadName()).append(event.getKeyValuePairs());
        all.append(event.getMarkerList());
        if (event.getThrowableProxy() instanceof ThrowableProxy trouble) {
            all.append(FramesOnly.of(trouble.getThrowable()));
        }
        look("log", "", all.toString());
    }

    /** @param about what a finding is told with; it is not looked at */
    void look(String kind, String about, String text) {
        if (sought.test(text)) {
            Queue<String> queue = caught.computeIfAbsent(kind, each -> new ConcurrentLinkedQueue<>());
            if (queue.size() < ENOUGH) {
                queue.add(about + " " + text.substring(0, Math.min(600, text.length())));
            }
        }
    }

    /** Whoever is told an error is not told what was sent; what is answered else is not for logs of proxies, but for headers. */
    void look(String request, int status, HttpHeaders headers, String body) {
        look("header", request + " " + status, headers.toString());
        if (status >= 400) {
            look("error", request + " " + status, body);
        }
    }

    void look(MeterRegistry meters) {
        meters.getMeters()
                .forEach(each ->
                        look("meter", "", each.getId() + " " + each.getId().getDescription()));
    }

    void lookAtThreads() {
        Thread.getAllStackTraces().keySet().forEach(each -> look("thread", "", each.getName()));
    }

    private final class Printed extends OutputStream {

        private final StringBuilder line = new StringBuilder();

        @Override
        public synchronized void write(int each) {
            line.append((char) each);
            if (each == '\n') {
                look("print", "", line.toString());
                line.setLength(0);
            }
        }
    }

    private final class Exported implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> exported) {
            for (SpanData span : exported) {
                spans.add(span.getName());
                look("span", "", span.toString());
            }
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
