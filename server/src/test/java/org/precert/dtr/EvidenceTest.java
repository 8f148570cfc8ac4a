package org.precert.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of several answers to one question each has the evidence that says so, and no other. */
@DemoServer
class EvidenceTest {

    private static final String SAMPLE = "bcbsks-investigational-pain";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    /** The infusion and the ketamine of the sample, and lidocaine for a depression. */
    private JsonNode filled() {
        FormCall call = FormCall.of(SAMPLE);
        JsonNode ketamine = call.parameters().findValues("resource").stream()
                .filter(each -> each.path("resourceType").asText().equals("MedicationRequest"))
                .findFirst()
                .orElseThrow();
        ObjectNode lidocaine = ketamine.deepCopy();
        lidocaine.put("id", "lidocaine");
        ((ObjectNode) lidocaine.path("medicationCodeableConcept")).remove("text");
        coding(lidocaine.path("medicationCodeableConcept"), "6387");
        coding(lidocaine.at("/reasonCode/0"), "F32.9");
        return call.add("order", lidocaine).send(http, "2.0", "populate").json().at("/parameter/0/resource");
    }

    private static void coding(JsonNode concept, String code) {
        ObjectNode coding = (ObjectNode) concept.at("/coding/0");
        coding.put("code", code).remove("display");
    }

    private static Map<String, List<String>> sources(JsonNode within, String linkId) {
        Map<String, List<String>> sources = new TreeMap<>();
        for (JsonNode item : within.path("item")) {
            if (item.path("linkId").asText().equals(linkId)) {
                item.path("answer")
                        .forEach(answer -> sources.put(
                                answer.at("/valueCoding/code").asText(),
                                answer.path("extension").findValuesAsText("reference").stream()
                                        .sorted()
                                        .toList()));
            }
            sources.putAll(sources(item, linkId));
        }
        return sources;
    }

    @Test
    void eachDrugNamesTheOrderOfItsProduct() {
        assertThat(sources(filled(), "drug"))
                .isEqualTo(Map.of(
                        "6130", List.of("MedicationRequest/" + SAMPLE + "-ketamine"),
                        "6387", List.of("MedicationRequest/lidocaine")));
    }

    @Test
    void eachIndicationGroupNamesTheOrdersOfItsDiagnosis() {
        assertThat(sources(filled(), "indication-group"))
                .isEqualTo(Map.of(
                        "chronic-pain",
                                List.of(
                                        "MedicationRequest/" + SAMPLE + "-ketamine",
                                        "ServiceRequest/" + SAMPLE + "-infusion"),
                        "psychiatric", List.of("MedicationRequest/lidocaine")));
    }
}
