package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector gets, by OTLP over HTTP. */
class CollectorTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private HttpServer sink;

    @BeforeEach
    void open() throws IOException {
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            keys.add(exchange.getRequestHeaders().getFirst("api-key"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        sink.start();
    }

    @AfterEach
    void close() {
        sink.stop(0);
        Correlation.leave();
    }

    @Test
    void aRequestIsToldWithWhatWasDoneInIt() {
        try (Collector collector = collector(1)) {
            Correlation caller = Correlation.of(List.of("00-" + TRACE + "-" + SPAN + "-00"), List.of());
            Span request = Spans.arrival(caller);
            try (Span line = Spans.begin(Work.LINE)) {
                line.tell(Fact.POLICY, "acme-ketamine");
            }
            request.tell(Fact.ROUTE, "/cds-services/{id}")
                    .tell(Fact.STATUS, "500")
                    .close();
        }
        assertThat(received).hasSize(1);
        assertThat(received.peek())
                .contains("/cds-services/{id}", "line", "precert.policy", "acme-ketamine", "service.name", "precert")
                .contains(bytes(TRACE), bytes(SPAN));
        assertThat(keys).containsExactly("secret");
    }

    @Test
    void aTraceThatBeginsHereHasTheIdOfTheLog() {
        Correlation own = Correlation.of(List.of(), List.of());
        try (Collector collector = collector(1)) {
            own.enter();
            Spans.arrival(own).close();
        }
        assertThat(received.peek()).contains(bytes(own.traceId()));
    }

    @Test
    void noCallerCanHaveItselfTraced() {
        try (Collector collector = collector(0)) {
            Spans.arrival(Correlation.of(List.of("00-" + TRACE + "-" + SPAN + "-01"), List.of()))
                    .close();
        }
        assertThat(received).isEmpty();
    }

    @Test
    void afterTheEndNothingIsTraced() {
        collector(1).close();
        assertThat(Spans.begin(Work.REVIEW)).isSameAs(Span.NONE);
    }

    @Test
    void aCollectorThatIsAwayHoldsUpNothing() {
        sink.stop(0);
        try (Collector collector = collector(1)) {
            Spans.begin(Work.REVIEW).close();
        }
        assertThat(received).isEmpty();
    }

    @Test
    void headersThatMayBeKeysAreNotWritten() {
        assertThat(settings(1)).asString().doesNotContain("secret");
    }

    private TracingSettings settings(double probability) {
        String endpoint = "http://localhost:" + sink.getAddress().getPort() + "/v1/traces";
        return new TracingSettings(endpoint, Map.of("api-key", "secret"), probability);
    }

    private Collector collector(double probability) {
        return new Collector(settings(probability), "1", "test");
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
