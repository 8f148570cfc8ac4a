package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.body;
import static org.precert.outgoing.Asking.ehr;
import static org.precert.outgoing.Asking.url;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections are waited for, used and given up, and none is lost. */
class ConnectionsTest {

    private Asking asking;

    @BeforeEach
    void open() {
        asking = new Asking();
    }

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void closesTheConnectionWhenTheTimeIsUp() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Listener.Script dripping = (head, out) -> {
            try {
                Listener.write(out, "HTTP/1.1 200 OK\r\n\r\n");
                for (; ; Thread.sleep(20)) {
                    Listener.write(out, "x");
                }
            } catch (IOException e) {
                closed.countDown();
            }
        };
        try (Listener ehr = Listener.saying(dripping)) {
            Duration time = Duration.ofMillis(300);
            do {
                assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir"), time), Failure.TOO_LATE);
                time = time.multipliedBy(4); // a machine that stood still has not asked yet
            } while (ehr.heads().isEmpty());
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void losesNoConnectionToThoseWhoAreTooLate() {
        Listener.Script script =
                (head, out) -> (head.contains("/slow") ? Listener.SILENCE : Listener.ok("{}")).answer(head, out);
        try (Listener ehr = Listener.saying(script)) {
            for (int i = 0; i < 100; i++) {
                assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir/slow"), Duration.ofMillis(20)), Failure.TOO_LATE);
            }
            assertThat(body(asking.get(ehr(ehr), url(ehr, "/fhir")))).isEqualTo("{}");
        }
    }

    @Test
    void losesNoConnectionToThoseThatFail() {
        List<Listener.Script> scripts = List.of(
                (head, out) -> out.close(),
                (head, out) -> Listener.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n"),
                (head, out) -> Listener.write(out, "HTTP/1.1 204 No Content\r\n\r\n"),
                (head, out) -> Listener.write(out, "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"),
                (head, out) ->
                        Listener.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 surplus\r\n"),
                (head, out) -> Listener.write(out, "nonsense\r\n\r\n\r\n\r\n\r\n"));
        List<Listener.Script> turns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            turns.add(scripts.get(i % scripts.size()));
        }
        turns.addAll(List.of(Listener.ok("{}"), Listener.ok("{}"), Listener.ok("{}")));
        try (Listener ehr = Listener.saying((head, out) -> turns.remove(0).answer(head, out))) {
            for (int i = 0; i < 100; i++) {
                asking.get(ehr(ehr), url(ehr, "/fhir"));
            }
            // The last of them may have spoilt the connection for the next.
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            assertThat(body(asking.get(ehr(ehr), url(ehr, "/fhir")))).isEqualTo("{}");
        }
    }

    @Test
    void waitsForAConnectionNoLongerThanItShould() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket one = new Socket("127.0.0.1", full.getLocalPort());
                Socket two = new Socket("127.0.0.1", full.getLocalPort());
                Listener open = Listener.at("127.0.0.2", full.getLocalPort(), Listener.ok("{}"))) {
            Destination destination = Destination.of("http://ehr.test:" + full.getLocalPort() + "/fhir", true, true);
            assertFailed(asking.get(destination, destination.base().toString()), Failure.UNREACHABLE);
            asking.names("ehr.test", "127.0.0.1", "127.0.0.2");
            assertThat(body(asking.get(destination, url(open, "/fhir")))).isEqualTo("{}");
        }
    }

    @Test
    void asksAtAnIpv6Address() {
        assumeThatCode(() -> new ServerSocket(0, 1, InetAddress.getByName("::1")).close())
                .doesNotThrowAnyException();
        asking.names("::1", "::1");
        try (Listener ehr = Listener.saying(Listener.ok("{}"))) {
            String base = "http://[::1]:" + ehr.port() + "/fhir";
            assertThat(body(asking.get(Destination.of(base, true, true), base + "/metadata")))
                    .isEqualTo("{}");
            assertThat(ehr.heads().get(0)).contains("\r\nHost: [::1]:" + ehr.port() + "\r\n");
        }
    }
}
