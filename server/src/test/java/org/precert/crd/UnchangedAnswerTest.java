package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an order says already is not said again: CRD 2.2, resp-35. */
@DemoServer
class UnchangedAnswerTest {

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void saysNothingNewOfOrdersThatCarryTheAnswer(String version) {
        Call call = sample().version(version);
        Call again = sample().version(version);
        take(again, call.send(http).json());
        JsonNode answer = again.send(http).json();
        assertThat(answer.path("systemActions")).isEmpty();
        assertThat(answer.path("cards")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void saysTheNewAnswerInPlaceOfTheOld(String version) {
        Call again = sample().version(version);
        take(again, sample().version(version).send(http).json());
        again.order("ServiceRequest").remove("reasonCode");
        again.order("MedicationRequest").remove("reasonCode");
        JsonNode answer = again.send(http).json();
        assertThat(answer.path("systemActions")).isNotEmpty();
        assertThat(answer.at("/systemActions/0/resource/extension")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void leavesWhatAnotherCoverageAndOthersSay(String version) {
        Call call = sample().version(version);
        JsonNode first = call.send(http).json();
        ObjectNode foreign = Call.information(first).get(0).deepCopy();
        ((ObjectNode) Call.part(foreign, "coverage").path("valueReference")).put("reference", "Coverage/another");
        ((ObjectNode) Call.part(foreign, "coverage-assertion-id")).put("valueString", "of another server");
        Call again = sample().version(version);
        again.order("ServiceRequest")
                .putArray("extension")
                .add(foreign)
                .add(Call.json("{\"url\":\"https://ehr.example.org/own\",\"valueString\":\"kept\"}"));
        JsonNode answer = again.send(http).json();
        assertThat(answer.at("/systemActions/0/resource/extension")).hasSize(3).contains(foreign);
    }

    private static void take(Call call, JsonNode answer) {
        for (JsonNode action : answer.path("systemActions")) {
            JsonNode resource = action.path("resource");
            call.order(resource.path("resourceType").asText()).set("extension", resource.path("extension"));
        }
    }

    private static Call sample() {
        return Call.of("order-sign/bcbsks-investigational-pain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"another day", "other evidence", "another order", "an assertion that is not ours"})
    void saysItAgainWhereTheGroundsAreOthers(String change) {
        Call again = sample();
        take(again, sample().send(http).json());
        ObjectNode infusion = again.order("ServiceRequest");
        switch (change) {
            case "another day" -> infusion.put("occurrenceDateTime", "2026-07-15");
            case "other evidence" -> ((ObjectNode) infusion.at("/reasonCode/0/coding/0")).put("code", "G89.4");
            case "another order" -> infusion.put("id", "renewed");
            default ->
                ((ObjectNode) Call.part(infusion.at("/extension/0"), "coverage-assertion-id"))
                        .put("valueString", "forged");
        }
        assertThat(again.send(http).json().path("systemActions")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void saysNothingTwiceWhereALimitIsTold(String version) {
        String sample = "order-sign/example-authorization-required-criteria-met";
        Call again = Call.of(sample).version(version);
        take(again, Call.of(sample).version(version).send(http).json());
        assertThat(again.send(http).json().path("systemActions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void takesBackWhatItSaidOfACoverageThatEnded(String version) {
        Call again = Call.of("order-sign/two-coverages").version(version);
        take(
                again,
                Call.of("order-sign/two-coverages").version(version).send(http).json());
        ((ObjectNode) again.prefetch().at("/coverage/entry/0/resource")).put("status", "cancelled");
        JsonNode answer = again.send(http).json();
        assertThat(answer.path("systemActions")).isNotEmpty();
        assertThat(answer.at("/systemActions/0/resource/extension")).hasSize(1);
    }
}
