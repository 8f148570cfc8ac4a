package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.body;
import static org.precert.outgoing.Asking.ehr;
import static org.precert.outgoing.Asking.url;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what lies below the registered base is asked for; of everything else nobody sees anything, not even the DNS. */
class HostileUrlsTest {

    private static Listener listener;
    private Asking asking;
    private int before;

    @BeforeAll
    static void listen() {
        listener = Listener.saying(Listener.ok("{}"));
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    @BeforeEach
    void open() {
        asking = new Asking();
        asking.names("evil.test", "127.0.0.1");
        before = listener.connections();
    }

    @AfterEach
    void close() {
        asking.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // other hosts, in all spellings of this machine
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:{port}/fhir/Patient/1",
                "http://localhost:{port}/fhir/Patient/1",
                "http://2130706433:{port}/fhir",
                "http://0x7f000001:{port}/fhir",
                "http://0x7f.0.0.1:{port}/fhir",
                "http://0177.0.0.1:{port}/fhir",
                "http://017700000001:{port}/fhir",
                "http://127.1:{port}/fhir",
                "http://127.0.1:{port}/fhir",
                "http://0:{port}/fhir",
                "http://0.0.0.0:{port}/fhir",
                "http://[::]:{port}/fhir",
                "http://[::1]:{port}/fhir",
                "http://[0:0:0:0:0:0:0:1]:{port}/fhir",
                "http://[::127.0.0.1]:{port}/fhir",
                "http://[::ffff:127.0.0.1]:{port}/fhir",
                "http://[::ffff:7f00:1]:{port}/fhir",
                "http://[64:ff9b::7f00:1]:{port}/fhir",
                "http://[2002:7f00:1::]:{port}/fhir",
                "http://[fe80::1%25lo]:{port}/fhir",
                "http://127.0.0.1.:{port}/fhir",
                "http://①②⑦.⓪.⓪.①:{port}/fhir",
                // hosts that look like the right one
                "http://evil.test:{port}/fhir",
                "http://ehr.test.:{port}/fhir",
                "http://ehr.test.evil.test:{port}/fhir",
                "http://evil-ehr.test:{port}/fhir",
                "http://sub.ehr.test:{port}/fhir",
                "http://ehr_test:{port}/fhir",
                "http://ehr。test:{port}/fhir",
                "http://ｅhr.test:{port}/fhir",
                "http://ehr.test%00.evil.test:{port}/fhir",
                "http://ehr.test%2eevil.test:{port}/fhir",
                // users
                "http://ehr.test@evil.test:{port}/fhir",
                "http://ehr.test:{port}@evil.test:{port}/fhir",
                "http://user@ehr.test:{port}/fhir",
                "http://user:password@ehr.test:{port}/fhir",
                "http://@ehr.test:{port}/fhir",
                "http://evil.test@ehr.test@127.0.0.1:{port}/fhir",
                // ports
                "http://ehr.test/fhir",
                "http://ehr.test:1/fhir",
                "http://ehr.test:{port}0/fhir",
                "http://ehr.test:{port}:{port}/fhir",
                "http://ehr.test:-1/fhir",
                // schemes, and none
                "https://ehr.test:{port}/fhir",
                "ftp://ehr.test:{port}/fhir",
                "file:///etc/passwd",
                "file://ehr.test:{port}/fhir",
                "gopher://ehr.test:{port}/fhir",
                "ws://ehr.test:{port}/fhir",
                "jar:http://ehr.test:{port}/fhir!/",
                "data:application/json,%7B%7D",
                "http:ehr.test/fhir",
                "http:/ehr.test:{port}/fhir",
                "http:///fhir",
                "//ehr.test:{port}/fhir",
                "/fhir/Patient/1",
                "Patient/1",
                "",
                // paths
                "http://ehr.test:{port}",
                "http://ehr.test:{port}/",
                "http://ehr.test:{port}/admin",
                "http://ehr.test:{port}/fhirx",
                "http://ehr.test:{port}/fhir.old/Patient",
                "http://ehr.test:{port}/FHIR/Patient",
                "http://ehr.test:{port}/x/fhir",
                "http://ehr.test:{port}//fhir",
                "http://ehr.test:{port}/fhir//Patient",
                "http://ehr.test:{port}/fhir/Patient//",
                "http://ehr.test:{port}//evil.test/fhir",
                "http://ehr.test:{port}/fhir/..",
                "http://ehr.test:{port}/fhir/../admin",
                "http://ehr.test:{port}/fhir/./Patient",
                "http://ehr.test:{port}/fhir/Patient/../../admin",
                "http://ehr.test:{port}/fhir/%2e%2e/admin",
                "http://ehr.test:{port}/fhir/%2E./admin",
                "http://ehr.test:{port}/fhir/..%2fadmin",
                "http://ehr.test:{port}/fhir%2f..%2fadmin",
                "http://ehr.test:{port}/fhir%2fPatient",
                "http://ehr.test:{port}/%66hir/Patient",
                "http://ehr.test:{port}/fhir/..%5cadmin",
                "http://ehr.test:{port}/fhir/%252e%252e/admin",
                "http://ehr.test:{port}/fhir/%c0%ae%c0%ae/admin",
                "http://ehr.test:{port}/fhir/..;/admin",
                "http://ehr.test:{port}/fhir;/Patient",
                "http://ehr.test:{port}/fhir/Patient%00",
                "http://ehr.test:{port}/fhir/Patient%0d%0aX-Injected:%201",
                "http://ehr.test:{port}/fhir/Ｐatient",
                "http://ehr.test:{port}/fhir/Patient?name=é",
                "http://ehr.test:{port}/fhir/Patient#fragment",
                "http://ehr.test:{port}#@evil.test/fhir",
                "http://ehr.test:{port}?@evil.test/fhir"
            })
    void neverAsksFor(String hostile) {
        String url = hostile.replace("{port}", "" + listener.port());
        assertFailed(asking.get(ehr(listener), url), Failure.NOT_ALLOWED);
        assertThat(listener.connections()).isEqualTo(before);
        assertThat(asking.lookups).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ehr.test\\@evil.test/fhir",
                "http://ehr.test/fhir\\..\\admin",
                "http://ehr.test/fhir/a b",
                "http://ehr.test/fhir\r\nHost: evil.test",
                "http://ehr.test/fhir\tx",
                "http://ehr.test:port/fhir|",
                "http://[::1/fhir"
            })
    void neverSeesWhatIsNoUrl(String hostile) {
        assertThat(catchThrowable(() -> URI.create(hostile))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir",
                "/fhir/",
                "/fhir?_getpages=1&_page=2",
                "/fhir/Patient/1",
                "/fhir/Patient/a-1.b/_history/2",
                "/fhir/Patient/1/$everything",
                "/fhir/Coverage?patient=a%2Fb&status=active",
                "/fhir/Coverage?url=http://evil.test/../x"
            })
    void asksForWhatLiesBelowTheBase(String path) {
        assertThat(body(asking.get(ehr(listener), url(listener, path)))).isEqualTo("{}");
        String last = listener.heads().get(listener.heads().size() - 1);
        assertThat(last).startsWith("GET " + path + " HTTP/1.1\r\n").contains("\r\nHost: ehr.test:" + listener.port());
    }

    @Test
    void takesSchemeAndHostInUpperCaseAsTheSame() {
        String url = "HTTP://EHR.TEST:" + listener.port() + "/fhir/Patient/1";
        assertThat(body(asking.get(ehr(listener), url))).isEqualTo("{}");
    }

    @Test
    void neverAsksForAVeryLongUrl() {
        assertFailed(asking.get(ehr(listener), url(listener, "/fhir?a=" + "x".repeat(8_000))), Failure.NOT_ALLOWED);
        assertThat(listener.connections()).isEqualTo(before);
    }

    @Test
    void neverAsksWithATokenThatBringsHeaders() {
        Answer answer = Asking.await(
                asking.http()
                        .get(
                                ehr(listener),
                                URI.create(url(listener, "/fhir")),
                                Optional.of("a\r\nX-Injected: 1"),
                                "application/fhir+json",
                                Duration.ofSeconds(2)),
                Duration.ofSeconds(2));
        assertFailed(answer, Failure.NOT_ALLOWED);
        assertThat(listener.connections()).isEqualTo(before);
    }
}
