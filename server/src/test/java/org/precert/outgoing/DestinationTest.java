package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "https://ehr.example.org/fhir/r4/, https://ehr.example.org/fhir/r4",
        "HTTPS://EHR.Example.org:443/fhir, https://ehr.example.org/fhir",
        "https://ehr.example.org, https://ehr.example.org",
        "https://ehr.example.org/, https://ehr.example.org",
        "https://ehr.example.org:8443/a/b, https://ehr.example.org:8443/a/b",
        "https://[2001:4860::1]/fhir, https://[2001:4860::1]/fhir",
        "https://8.8.8.8/fhir, https://8.8.8.8/fhir"
    })
    void spellsABaseInOneWay(String given, String base) {
        assertThat(Destination.of(given, false, false).base()).isEqualTo(URI.create(base));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ehr.example.org",
                "/fhir",
                "http://ehr.example.org/fhir",
                "ftp://ehr.example.org/fhir",
                "file:///fhir",
                "https:ehr.example.org",
                "https:///fhir",
                "https://user@ehr.example.org/fhir",
                "https://ehr.example.org/fhir?tenant=1",
                "https://ehr.example.org/fhir#x",
                "https://ehr.example.org./fhir",
                "https://ehr_x.example.org/fhir",
                "https://2130706433/fhir",
                "https://0x7f000001/fhir",
                "https://0177.0.0.1/fhir",
                "https://127.1/fhir",
                "https://127.0.0.256/fhir",
                "https://[fe80::1%25eth0]/fhir",
                "https://ehr.example.org:0/fhir",
                "https://ehr.example.org:65536/fhir",
                "https://ehr.example.org/fhir/../admin",
                "https://ehr.example.org/%66hir",
                "https://ehr.example.org//fhir",
                "https://ehr.example.org/fhir;v=4",
                "https://ehr.example.org/a b"
            })
    void refusesABaseThatCouldBeReadInTwoWays(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> Destination.of(base, false, false));
    }

    @Test
    void takesPlainHttpWhereThatIsAllowed() {
        assertThat(Destination.of("http://localhost:8080/fhir", true, true).base())
                .isEqualTo(URI.create("http://localhost:8080/fhir"));
    }

    @Test
    void knowsTheDefaultPort() {
        Destination destination = Destination.of("https://ehr.example.org/fhir", false, false);
        assertThat(destination.covers(URI.create("https://ehr.example.org:443/fhir/Patient/1")))
                .isTrue();
        assertThat(destination.covers(URI.create("https://ehr.example.org:8443/fhir/Patient/1")))
                .isFalse();
    }

    @Test
    void coversAllOfAHostWhenTheBaseHasNoPath() {
        Destination destination = Destination.of("https://ehr.example.org", false, false);
        assertThat(destination.covers(URI.create("https://ehr.example.org"))).isTrue();
        assertThat(destination.covers(URI.create("https://ehr.example.org/keys")))
                .isTrue();
        assertThat(destination.covers(URI.create("https://ehr.example.org//keys")))
                .isFalse();
    }

    @Test
    void readsAVeryDeepPathWithoutHarm() {
        Destination destination = Destination.of("https://ehr.example.org/fhir", false, false);
        assertThat(destination.covers(URI.create("https://ehr.example.org/fhir" + "/a".repeat(3_900))))
                .isTrue();
    }
}
