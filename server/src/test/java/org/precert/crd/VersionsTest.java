package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The version that is asked for is the one that is spoken. CRD 2.2, "CRD Version declaration". */
@DemoServer
class VersionsTest {

    private static final String TYPES_2_0 = "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp";
    private static final String TYPES_2_2 = "http://terminology.hl7.org/CodeSystem/cdshooks-card-type";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0," + TYPES_2_0,
        "2.0.1," + TYPES_2_0,
        "2.2," + TYPES_2_2,
        "2.2.1," + TYPES_2_2,
        "2.20," + TYPES_2_0,
        "3.0," + TYPES_2_0,
        "latest," + TYPES_2_0
    })
    void speaksTheVersionThatIsAskedFor(String requested, String types) {
        assertThat(topic(sample().version(requested))).isEqualTo(types);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "2.2", "true", "[\"2.2\"]", "{\"version\":\"2.2\"}"})
    void speaksTheUsualVersionWhereTheWishCanNotBeRead(String wish) {
        assertThat(topic(sample().with(call ->
                        call.withObject("/extension").set("davinci-crd.requestedVersion", Call.json(wish)))))
                .isEqualTo(TYPES_2_0);
    }

    @Test
    void speaksTheUsualVersionWhereNothingIsAskedFor() {
        assertThat(topic(sample())).isEqualTo(TYPES_2_0);
    }

    @Test
    void refusesAForeignPayerInVersion22Alone() {
        assertThat(Call.of("order-sign/unserved-payer").send(http).status()).isEqualTo(200);
        Http.Answer answer = Call.of("order-sign/unserved-payer").version("2.2").send(http);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo("prefetch.coverage");
    }

    @Test
    void putsABookingOnTheOrderBehindItInVersion22() {
        String sample = "appointment-book/bcbsks-investigational-pain";
        assertThat(type(Call.of(sample).version("2.0").send(http).json())).isEqualTo("Appointment");
        assertThat(type(Call.of(sample).version("2.2").send(http).json())).isEqualTo("ServiceRequest");
    }

    @Test
    void saysTheSameInBoth() {
        JsonNode first =
                Call.information(sample().version("2.0").send(http).json()).get(0);
        JsonNode second =
                Call.information(sample().version("2.2").send(http).json()).get(0);
        assertThat(Call.part(first, "reason").at("/valueCodeableConcept/text"))
                .isEqualTo(Call.part(second, "reason").at("/valueCodeableConcept/text"));
        assertThat(Call.codes(first, "covered")).isEqualTo(Call.codes(second, "covered"));
        assertThat(Call.codes(first, "pa-needed")).containsExactly("no-auth");
        assertThat(Call.codes(second, "pa-needed")).isEmpty();
    }

    private String topic(Call call) {
        return call.send(http).json().at("/cards/0/source/topic/system").asText();
    }

    private static String type(JsonNode answer) {
        return answer.at("/systemActions/0/resource/resourceType").asText();
    }

    private static Call sample() {
        return Call.of("order-sign/bcbsks-investigational-pain");
    }
}
