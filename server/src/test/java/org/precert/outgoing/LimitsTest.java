package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.body;
import static org.precert.outgoing.Asking.ehr;
import static org.precert.outgoing.Asking.url;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the other side does, there is an answer in time, and no more is read than was said. */
class LimitsTest {

    private static final Duration SOON = Duration.ofMillis(400);
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    private Asking asking;

    @BeforeEach
    void open() {
        asking = new Asking();
    }

    @AfterEach
    void close() {
        asking.close();
    }

    static Stream<Arguments> answersInTimeWhenTheOtherSide() {
        return Stream.of(
                who("never answers", Listener.SILENCE),
                who("stops within the status line", saying("HTTP/1.1 2")),
                who("stops within the headers", saying(HEAD + "Content-Length: 2\r\n")),
                who("stops after the headers", saying(HEAD + "Content-Length: 2\r\n\r\n")),
                who("stops within the body", saying(HEAD + "Content-Length: 2\r\n\r\n{")),
                who("stops within a chunk", saying(HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{")),
                who("stops before the last chunk", saying(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
                who("drips the headers", dripping(HEAD, "X: 1\r\n")),
                who("drips the body", dripping(HEAD + "Content-Length: 10000\r\n\r\n", "x")),
                who("drips chunks", dripping(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")),
                who("says to go on, for ever", dripping("", "HTTP/1.1 100 Continue\r\n\r\n")),
                who("ends never", saying(HEAD + "\r\n{}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersInTimeWhenTheOtherSide(String what, Listener.Script script) {
        try (Listener ehr = Listener.saying(script)) {
            Duration time = SOON;
            do {
                assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir"), time), Failure.TOO_LATE);
                time = time.multipliedBy(4); // a machine that stood still has not asked yet
            } while (ehr.heads().isEmpty());
            assertThat(ehr.heads()).hasSize(1);
        }
    }

    static Stream<Arguments> readsNoMoreThanTheLimitWhenTheOtherSide() {
        String line = "X-Long: " + "x".repeat(20_000) + "\r\n";
        return Stream.of(
                who("announces a large body", saying(HEAD + "Content-Length: 2097153\r\n\r\n")),
                who("announces an enormous body", saying(HEAD + "Content-Length: 9223372036854775807\r\n\r\n")),
                who("sends for ever", flooding(HEAD + "\r\n", "x".repeat(10_000))),
                who(
                        "sends chunks for ever",
                        flooding(
                                HEAD + "Transfer-Encoding: chunked\r\n\r\n", "2710\r\n" + "x".repeat(10_000) + "\r\n")),
                who("sends headers for ever", flooding(HEAD, "X: 1\r\n")),
                who("sends a header for ever", flooding(HEAD + "X: ", "x".repeat(10_000))),
                who("sends a long header", saying(HEAD + line)),
                who("sends a long status line", flooding("HTTP/1.1 200 ", "x".repeat(10_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void readsNoMoreThanTheLimitWhenTheOtherSide(String what, Listener.Script script) {
        try (Listener ehr = Listener.saying(script)) {
            assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir")), Failure.TOO_LONG);
        }
    }

    @Test
    void readsABodyThatIsJustNotTooLong() {
        try (Listener ehr = Listener.saying(Listener.ok("x".repeat(2 * 1024 * 1024)))) {
            assertThat(body(asking.get(ehr(ehr), url(ehr, "/fhir")))).hasSize(2 * 1024 * 1024);
        }
    }

    @Test
    void asksForNothingCompressedAndExpandsNothing() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[50 * 1024 * 1024]);
        }
        try (Listener ehr = Listener.saying((head, out) -> {
            Listener.write(out, HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n");
            bomb.writeTo(out);
        })) {
            assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir")), Failure.UNREADABLE);
            assertThat(ehr.heads()).allMatch(head -> head.contains("\r\nAccept-Encoding: identity\r\n"));
        }
    }

    static Stream<Arguments> saysWhenTheAnswer() {
        return Stream.of(
                who("speaks no HTTP", saying("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
                who("speaks HTTP of another kind", saying("HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\n{}")),
                who("has no status", saying("HTTP/1.1 OK\r\n\r\n")),
                who("has no length", saying(HEAD + "Content-Length: many\r\n\r\n")),
                who("has two lengths", saying(HEAD + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}")),
                who("has no chunks", saying(HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n")),
                who("is compressed on the way", saying(HEAD + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void saysWhenTheAnswer(String what, Listener.Script script) {
        try (Listener ehr = Listener.saying(script)) {
            assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir")), Failure.UNREADABLE);
        }
    }

    @Test
    void waitsForNoNameLongerThanForAnAnswer() {
        asking.names("ehr.test", host -> {
            sleep();
            return new InetAddress[0];
        });
        try (Listener ehr = Listener.saying(Listener.ok("{}"))) {
            assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir"), SOON), Failure.TOO_LATE);
            assertThat(ehr.connections()).isZero();
        }
    }

    @Test
    void answersAtOnceWhenThereIsNoTime() {
        try (Listener ehr = Listener.saying(Listener.ok("{}"))) {
            for (Duration none :
                    new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(Long.MIN_VALUE)}) {
                assertThat(asking.start(ehr(ehr), url(ehr, "/fhir"), none).join())
                        .isEqualTo(new Answer.Failed(Failure.TOO_LATE));
            }
            assertThat(ehr.connections()).isZero();
        }
    }

    @Test
    void callsTheRequestOffWhenNobodyWantsTheAnswer() {
        try (Asking narrow = new Asking(new Limits(1_000, Duration.ofSeconds(1), 1, 1, 3, Duration.ofSeconds(5)));
                Listener ehr = Listener.saying((head, out) ->
                        (head.contains("/slow") ? Listener.SILENCE : Listener.ok("{}")).answer(head, out))) {
            CompletableFuture<Answer> unwanted = narrow.start(ehr(ehr), url(ehr, "/fhir/slow"), Duration.ofSeconds(10));
            unwanted.cancel(true);
            assertThat(body(narrow.get(ehr(ehr), url(ehr, "/fhir"), Duration.ofSeconds(3))))
                    .isEqualTo("{}");
        }
    }

    @Test
    void answersStillWhenClosed() {
        try (Listener ehr = Listener.saying(Listener.SILENCE)) {
            CompletableFuture<Answer> running = asking.start(ehr(ehr), url(ehr, "/fhir"), Duration.ofSeconds(2));
            asking.close();
            assertThat(Asking.await(running, Duration.ofSeconds(2))).isInstanceOf(Answer.Failed.class);
            assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir")), Failure.UNREACHABLE);
        }
    }

    private static Arguments who(String what, Listener.Script script) {
        return Arguments.of(what, script);
    }

    private static Listener.Script saying(String text) {
        return (head, out) -> {
            Listener.write(out, text);
            Listener.SILENCE.answer(head, out);
        };
    }

    private static Listener.Script dripping(String start, String drop) {
        return (head, out) -> {
            Listener.write(out, start);
            for (; ; Thread.sleep(20)) {
                Listener.write(out, drop);
            }
        };
    }

    private static Listener.Script flooding(String start, String wave) {
        return (head, out) -> {
            Listener.write(out, start);
            for (; ; ) {
                Listener.write(out, wave);
            }
        };
    }

    private static void sleep() {
        try {
            Thread.sleep(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
