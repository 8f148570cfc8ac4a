package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.body;
import static org.precert.outgoing.Asking.ehr;
import static org.precert.outgoing.Asking.url;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is asked of one is told to nobody else: no redirect, no proxy, no cookie, no second try, no line in a log. */
class ElsewhereTest {

    private static final String PATIENT = "/fhir/Patient/JANE-DOE?name=JANE-DOE";

    private Listener elsewhere;
    private Asking asking;

    @BeforeEach
    void open() {
        elsewhere = Listener.saying(Listener.ok("{}"));
        asking = new Asking();
        asking.names("elsewhere.test", "127.0.0.1");
    }

    @AfterEach
    void close() {
        asking.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 305, 307, 308})
    void followsNoRedirect(int status) {
        String target = "http://elsewhere.test:" + elsewhere.port() + "/fhir";
        try (Listener ehr = saying(status + " Elsewhere", "Location: " + target, "Refresh: 0; url=" + target)) {
            Answer answer = asking.get(ehr(ehr), url(ehr, "/fhir"));
            assertThat(answer).isInstanceOfSatisfying(Answer.Received.class, received -> {
                assertThat(received.status()).isEqualTo(status);
                assertThat(received.isSuccessful()).isFalse();
            });
            assertThat(ehr.heads()).hasSize(1);
        }
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void followsNoRedirectToTheSameHost() {
        try (Listener ehr = saying("302 Found", "Location: /fhir/other")) {
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            assertThat(ehr.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"401 Unauthorized", "407 Proxy Authentication Required", "503 Unavailable", "429 Slow Down"})
    void triesNothingAgain(String status) {
        try (Listener ehr = saying(
                status, "WWW-Authenticate: Basic realm=x", "Proxy-Authenticate: Basic realm=x", "Retry-After: 0")) {
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            assertThat(ehr.heads()).hasSize(1);
        }
    }

    @Test
    void triesNothingAgainWhenTheConnectionBreaks() {
        try (Listener ehr = Listener.saying((head, out) -> out.close())) {
            assertFailed(asking.get(ehr(ehr), url(ehr, "/fhir")), Failure.UNREACHABLE);
            assertThat(ehr.heads()).hasSize(1);
        }
    }

    @Test
    void usesNoProxyOfTheEnvironment() {
        try (Listener ehr = Listener.saying(Listener.ok("{}"))) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", "" + elsewhere.port());
            System.setProperty("http.nonProxyHosts", "");
            try (Asking fresh = new Asking()) {
                assertThat(body(fresh.get(ehr(ehr), url(ehr, "/fhir")))).isEqualTo("{}");
            }
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void keepsNoCookie() {
        try (Listener ehr = saying("200 OK", "Set-Cookie: session=1; Path=/")) {
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            assertThat(ehr.heads()).hasSize(2).noneMatch(head -> head.contains("Cookie"));
        }
    }

    @Test
    void usesAConnectionAgainForTheSameDestination() {
        try (Listener ehr = saying("200 OK")) {
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            assertThat(ehr.connections()).isEqualTo(1);
        }
    }

    @Test
    void sendsATokenOnlyWhereItWasGivenFor() {
        Duration within = Duration.ofSeconds(5);
        try (Listener ehr = saying("200 OK")) {
            asking.get(ehr(ehr), url(ehr, "/fhir"));
            URI other = URI.create("http://elsewhere.test:" + elsewhere.port() + "/fhir");
            Destination destination = Destination.of(other.toString(), true, true);
            Asking.await(asking.http().get(destination, other, Optional.empty(), "*/*", within), within);
            assertThat(ehr.heads())
                    .allMatch(head -> head.contains("\r\nAuthorization: Bearer " + Asking.TOKEN + "\r\n"));
            assertThat(elsewhere.heads()).hasSize(1).noneMatch(head -> head.contains("Authorization"));
        }
    }

    @Test
    void logsNeitherTokenNorPatientWhateverTheLevel() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        try (Listener ehr = saying("500 JANE-DOE " + Asking.TOKEN);
                Listener broken = Listener.saying((head, out) -> Listener.write(out, "JANE-DOE " + head))) {
            asking.get(ehr(ehr), url(ehr, PATIENT));
            asking.get(ehr(broken), url(broken, PATIENT));
            asking.get(ehr(broken), url(ehr, PATIENT));
            asking.get(ehr(broken), url(broken, PATIENT), Duration.ZERO);
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("No answer from ehr.test: UNREADABLE", "Nothing asked of ehr.test: NOT_ALLOWED")
                .noneMatch(line -> line.contains(Asking.TOKEN) || line.contains("JANE-DOE"));
        assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
    }

    @Test
    void tellsNeitherTokenNorBodyWhenPrinted() {
        Destination destination = Destination.of("https://ehr.test/fhir", false, false);
        Request request = Request.get(
                destination, URI.create("https://ehr.test" + PATIENT), Optional.of(Asking.TOKEN), "*/*", Duration.ZERO);
        assertThat(request + " " + new Exchange(null, request, null) + " "
                        + request.message().getFirstHeader("Accept"))
                .doesNotContain(Asking.TOKEN, "JANE-DOE");
        try (Listener ehr = Listener.saying(Listener.ok("JANE-DOE", "X-Patient: JANE-DOE"))) {
            assertThat(asking.get(ehr(ehr), url(ehr, PATIENT)).toString()).isEqualTo("Received[status=200, 8 bytes]");
        }
    }

    @Test
    void tellsTheHeadersOfAnAnswer() {
        try (Listener ehr = saying("200 OK", "Content-Type: application/fhir+json", "Cache-Control: max-age=60")) {
            Answer.Received received = (Answer.Received) asking.get(ehr(ehr), url(ehr, "/fhir"));
            assertThat(received.contentType()).isEqualTo("application/fhir+json");
            assertThat(received.header("Cache-Control")).contains("max-age=60");
            assertThat(received.header("ETag")).isEmpty();
            assertThat(received.isSuccessful()).isTrue();
        }
    }

    private static Listener saying(String status, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return Listener.saying((head, out) ->
                Listener.write(out, "HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n" + more + "\r\n{}"));
    }
}
