package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.ehr;
import static org.precert.outgoing.Asking.url;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting goes by the same guards as asking. */
class PostTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final byte[] BODY = {'{', '}'};

    private final Asking asking = new Asking();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void sendsBodyAndHeadersToTheLetter() throws Exception {
        BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>();
        HttpServer server = server(bodies);
        byte[] body = new byte[3 * 1024 * 1024];
        Arrays.fill(body, (byte) 'x');
        Answer answer = post(
                Destination.of("http://ehr.test:" + server.getAddress().getPort() + "/fhir", true, true),
                "http://ehr.test:" + server.getAddress().getPort() + "/fhir/hook?a=b",
                List.of(new Header("X-Own", "a: b")),
                body);
        assertThat(((Answer.Received) answer).status()).isEqualTo(202);
        assertThat(bodies.poll(1, TimeUnit.SECONDS)).isEqualTo(body);
        server.stop(0);
    }

    @Test
    void framesOneMessageAndAsksNotWhetherItMay() {
        try (Listener listener = Listener.saying(Listener.ok("{}"))) {
            post(ehr(listener), url(listener, "/fhir/hook"), List.of(new Header("Authorization", "Bearer s")), BODY);
            assertThat(listener.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head.lines())
                            .contains(
                                    "POST /fhir/hook HTTP/1.1",
                                    "Authorization: Bearer s",
                                    "Content-Type: application/fhir+json",
                                    "Content-Length: 2",
                                    "Host: ehr.test:" + listener.port())
                            .noneMatch(line -> line.startsWith("Expect") || line.startsWith("Transfer-Encoding")));
        }
    }

    @Test
    void followsNoRedirect() {
        try (Listener listener = Listener.saying((head, out) -> Listener.write(
                out, "HTTP/1.1 307 Elsewhere\r\nLocation: http://ehr.test/other\r\nContent-Length: 0\r\n\r\n"))) {
            Answer answer = post(ehr(listener), url(listener, "/fhir/hook"), List.of(), BODY);
            assertThat(((Answer.Received) answer).status()).isEqualTo(307);
            assertThat(((Answer.Received) answer).isSuccessful()).isFalse();
            assertThat(listener.connections()).isEqualTo(1);
        }
    }

    static Stream<Header> hostile() {
        return Stream.of(
                new Header("X", "a\r\nY: b"),
                new Header("X", "a\nY: b"),
                new Header("X", "a\u0000"),
                new Header("X", " a"),
                new Header("X", ""),
                new Header("X\r\nY", "a"),
                new Header("X ", "a"),
                new Header("", "a"),
                new Header("X:", "a"),
                new Header("Host", "other.example"),
                new Header("CONTENT-LENGTH", "0"),
                new Header("transfer-encoding", "chunked"),
                new Header("Connection", "close"),
                new Header("Content-Type", "text/html"),
                new Header("Accept-Encoding", "gzip"),
                new Header("Proxy-Connection", "close"),
                new Header("X", "a".repeat(9_000)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void sendsNothingWithAHeaderThatIsMoreThanOne(Header header) {
        try (Listener listener = Listener.saying(Listener.ok("{}"))) {
            assertFailed(post(ehr(listener), url(listener, "/fhir/hook"), List.of(header), BODY), Failure.NOT_ALLOWED);
            assertThat(listener.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/fhir/../other", "/fhir/%2e%2e/other", "//fhir"})
    void sendsNothingBesideItsDestination(String path) {
        try (Listener listener = Listener.saying(Listener.ok("{}"))) {
            assertFailed(post(ehr(listener), url(listener, path), List.of(), BODY), Failure.NOT_ALLOWED);
            assertThat(listener.connections()).isZero();
        }
    }

    @Test
    void sendsNothingToAnAddressThatIsNotAllowed() {
        asking.names("metadata.test", "169.254.169.254");
        Destination destination = Destination.of("http://metadata.test/fhir", true, true);
        assertFailed(post(destination, "http://metadata.test/fhir", List.of(), BODY), Failure.NOT_ALLOWED);
    }

    @Test
    void takesWhatIsAnsweredBeforeAllWasSentAndUsesTheConnectionNoMore() {
        try (Listener listener = Listener.saying(Listener.ok("{}"))) {
            byte[] much = new byte[64 * 1024];
            assertThat(post(ehr(listener), url(listener, "/fhir/hook"), List.of(), much))
                    .isNotNull();
            assertThat(asking.get(ehr(listener), url(listener, "/fhir/x"))).isNotNull();
        }
    }

    @Test
    void tellsNoHeaderWhenPrinted() {
        assertThat(new Header("Authorization", "Bearer SECRET")).hasToString("Header Authorization");
    }

    private Answer post(Destination destination, String url, List<Header> headers, byte[] body) {
        return Asking.await(
                asking.http().post(destination, URI.create(url), headers, "application/fhir+json", body, WITHIN),
                WITHIN);
    }

    private static HttpServer server(BlockingQueue<byte[]> bodies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            assertThat(exchange.getRequestURI()).hasToString("/fhir/hook?a=b");
            assertThat(exchange.getRequestHeaders().getFirst("X-Own")).isEqualTo("a: b");
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
