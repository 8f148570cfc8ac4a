package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.limits.LimitsServer.rest;
import static org.precert.limits.LimitsServer.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over a socket that no HTTP client would send: it ends, soon, with a clear answer, and holds up nobody else. */
@Timeout(60)
class HostileConnectionsTest {

    private static final String HOOK = "/cds-services/order-sign";
    private static final String HEAD = "POST " + HOOK + " HTTP/1.1\r\nHost: localhost\r\n";

    private static LimitsServer server;

    @BeforeAll
    static void start() {
        server = new LimitsServer(
                "--server.tomcat.connection-timeout=500ms",
                "--server.tomcat.threads.max=20",
                "--precert.limits.in-flight=16",
                "--precert.limits.strangers.rate=0",
                "--precert.limits.body-time=1s");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void isAlive() throws IOException {
        assertThat(server.post(HOOK, "Content-Length: 2\r\n", "{}"))
                .startsWith("HTTP/1.1 200")
                .endsWith("got 2");
    }

    private static void isGuarded(String answer) {
        assertThat(answer)
                .contains("X-Content-Type-Options: nosniff", "Cache-Control: no-store")
                .contains("Content-Security-Policy: default-src 'none'", "Referrer-Policy: no-referrer")
                .contains("Strict-Transport-Security: max-age=")
                .doesNotContain("\r\nServer:", "X-Powered-By", "Tomcat", "at org.", "Exception");
    }

    @Test
    void aBodyThatStopsIsRefused() throws IOException {
        String answer = server.send(HEAD + "Content-Length: 100\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("Retry-After: ", "OperationOutcome");
        isGuarded(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nffff\r\n"})
    void aBodyThatDripsIsRefused(String head) throws IOException {
        assertThat(dripped(HEAD + head)).startsWith("HTTP/1.1 408");
        isAlive();
    }

    /** PAS calls a 4xx what can never succeed. */
    @Test
    void aBodyThatDripsAtTheDoorOfPasMayBeTriedAgain() throws IOException {
        String head = "POST /pas/2.2.1/fhir/Claim/$submit HTTP/1.1\r\nHost: localhost\r\n";
        assertThat(dripped(head + "Content-Length: 100000\r\n\r\n"))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: ")
                .doesNotContain("OperationOutcome");
    }

    /** Tomcat alone would read on for as long as it drips, on a thread of its own. */
    @Test
    void aRefusedBodyIsNotReadForEver() throws IOException {
        String answer = dripped(HEAD + "X-Client: nobody\r\nContent-Length: 100000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401");
        isGuarded(answer);
    }

    @Test
    void aRefusedBodyThatComesAtOnceKeepsTheConnection() throws IOException {
        try (Socket socket = server.connect()) {
            write(socket, HEAD + "X-Client: nobody\r\nContent-Length: 10\r\n\r\n0123456789");
            write(socket, HEAD + "Connection: close\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(rest(socket))
                    .startsWith("HTTP/1.1 401")
                    .contains("HTTP/1.1 200")
                    .endsWith("got 3");
        }
    }

    /** A byte now and then, until the server has had enough. */
    private static String dripped(String head) throws IOException {
        try (Socket socket = server.connect()) {
            write(socket, head);
            socket.setSoTimeout(100);
            StringBuilder got = new StringBuilder();
            for (int drop = 0; drop < 300; drop++) {
                try {
                    int next = socket.getInputStream().read();
                    if (next < 0) {
                        return got.toString();
                    }
                    got.append((char) next);
                } catch (java.net.SocketTimeoutException e) {
                    write(socket, "x");
                } catch (SocketException e) {
                    return got.toString();
                }
                while (socket.getInputStream().available() > 0) {
                    got.append((char) socket.getInputStream().read());
                }
            }
            throw new AssertionError("The server reads for ever");
        } catch (SocketException e) {
            throw new AssertionError("No answer came", e);
        }
    }

    @Test
    void headersThatNeverEndHoldNoThread() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < 100; number++) {
                Socket socket = server.connect();
                write(socket, HEAD + "X-Slow: ");
                slow.add(socket);
            }
            isAlive();
            for (Socket socket : slow) {
                assertThat(rest(socket)).doesNotContain("200");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void connectionsThatSayNothingHoldNoThread() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int number = 0; number < 100; number++) {
                silent.add(server.connect());
            }
            isAlive();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyThatNeverEndsIsRefusedAtItsLimit() throws IOException {
        try (Socket socket = server.connect()) {
            write(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            try {
                for (int number = 0; number < 200; number++) {
                    write(socket, chunk);
                }
            } catch (SocketException e) {
                // It was closed on the way, as it should be.
            }
        }
        isAlive();
    }

    @Test
    void aBodyOfOneChunkTooManyIsRefused() throws IOException {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        String answer = server.post(HOOK, "Transfer-Encoding: chunked\r\n", chunk.repeat(31) + "1\r\n \r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        String long31 = chunk.repeat(32);
        assertThat(server.post(HOOK, "Transfer-Encoding: chunked\r\n", long31 + "1\r\n \r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Length: -1', 400",
        "'Content-Length: x', 400",
        "'Content-Length: 99999999999999999999', 400",
        "'Content-Length: 9223372036854775807', 413",
        "'Content-Length: 2147483648', 413",
        "'Content-Length: 3, 4', 400",
        "'Transfer-Encoding: gzip', 501",
        "'Transfer-Encoding: gzip, chunked', 501",
        "'Transfer-Encoding: chunked, chunked', 400",
        "'Content-Encoding: gzip', 415",
        "'Content-Encoding: br', 415",
        "'Expect: something', 417"
    })
    void aHeaderThatLiesOrAsksForTooMuchIsRefused(String header, int status) throws IOException {
        String answer = server.post(HOOK, header + "\r\n", "");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        isGuarded(answer);
    }

    @Test
    void twoLengthsAreRefused() throws IOException {
        assertThat(server.post(HOOK, "Content-Length: 2\r\nContent-Length: 3\r\n", "{}"))
                .startsWith("HTTP/1.1 400");
    }

    /** Were the length believed, what follows would be a second request. */
    @Test
    void aLengthBesideChunksSmugglesNothing() throws IOException {
        String answer = server.send(HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n", "fffffffffffffffff\r\n{}", "2\r\n{}{}\r\n0\r\n\r\n"})
    void chunksThatAreNoneAreRefused(String body) throws IOException {
        String answer = server.post(HOOK, "Transfer-Encoding: chunked\r\n", body);
        assertThat(answer).startsWith("HTTP/1.1 400");
        isGuarded(answer);
        isAlive();
    }

    @Test
    void aChunkWithAnEndlessExtensionIsRefused() throws IOException {
        assertThat(server.post(
                        HOOK, "Transfer-Encoding: chunked\r\n", "2;" + "a=b;".repeat(10_000) + "\r\n{}\r\n0\r\n\r\n"))
                .doesNotStartWith("HTTP/1.1 200");
        isAlive();
    }

    @Test
    void trailersWithoutEndAreRefused() throws IOException {
        String trailers = IntStream.range(0, 3000)
                .mapToObj(each -> "T" + each + ": x\r\n")
                .collect(Collectors.joining());
        assertThat(server.post(HOOK, "Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n" + trailers + "\r\n"))
                .doesNotStartWith("HTTP/1.1 200");
        isAlive();
    }

    @Test
    void moreHeadersThanAnybodyNeedsAreRefused() throws IOException {
        String headers = IntStream.range(0, 150)
                .mapToObj(each -> "X-" + each + ": x\r\n")
                .collect(Collectors.joining());
        String answer = server.post(HOOK, headers, "");
        assertThat(answer).startsWith("HTTP/1.1 400");
        isGuarded(answer);
    }

    @Test
    void aLongHeaderIsRefused() throws IOException {
        String answer = server.post(HOOK, "Authorization: Bearer " + "x".repeat(30_000) + "\r\n", "");
        assertThat(answer).startsWith("HTTP/1.1 400");
        isGuarded(answer);
    }

    @Test
    void aLongAddressIsRefused() throws IOException {
        String answer = server.post("/fhir/Questionnaire?url=" + "x".repeat(30_000), "", "");
        assertThat(answer).startsWith("HTTP/1.1 400");
        isGuarded(answer);
    }

    @Test
    void aQueryOfThousandsOfParametersIsRefused() throws IOException {
        String answer = server.post("/fhir/Questionnaire?" + "a=1&".repeat(2000), "", "");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("OperationOutcome");
        isGuarded(answer);
    }

    @Test
    void aBodyThatPromisesTooMuchIsNotEvenAskedFor() throws IOException {
        String answer = server.post(HOOK, "Expect: 100-continue\r\nContent-Length: 5000000\r\n", "");
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void aSmallBodyThatIsLargeOnceUnpackedIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[20 * 1024 * 1024]);
        }
        String answer = server.post(
                HOOK,
                "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n",
                packed.toString(StandardCharsets.ISO_8859_1));
        assertThat(answer).startsWith("HTTP/1.1 415").contains("Accept-Encoding: identity");
    }

    @Test
    void whoGoesAwayInTheMiddleLeavesNothingBehind() throws IOException {
        for (int number = 0; number < 40; number++) {
            try (Socket socket = server.connect()) {
                write(socket, HEAD + "Content-Length: 1000\r\n\r\n{");
            }
        }
        isAlive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\r\n\r\n",
                "GET  / HTTP/1.1\r\n\r\n",
                "G<T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX :y\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /%c0%ae%c0%ae/ HTTP/1.1\r\nHost: x\r\n\r\n\r\n",
                "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void whatIsNoRequestGetsAPlainAnswer(String request) throws IOException {
        String answer = server.send(request);
        assertThat(answer).matches("(?s)HTTP/1.1 (400|505) .*");
        isGuarded(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND"})
    void methodsThatNoDoorHasAreNotEchoed(String method) throws IOException {
        String answer =
                server.send(method + " / HTTP/1.1\r\nHost: localhost\r\nX-Secret: canary\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|403|405|501|200) .*").doesNotContain("canary");
    }
}
