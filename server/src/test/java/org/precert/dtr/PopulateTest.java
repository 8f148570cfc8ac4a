package org.precert.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form filled from the chart: each answer with where it came from, and what is not known left blank. */
@DemoServer
class PopulateTest {

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    private JsonNode filled(FormCall call, String version) {
        Http.Answer answer = call.send(http, version, "populate");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().at("/parameter/0/resource");
    }

    private static JsonNode answer(JsonNode within, String linkId) {
        for (JsonNode item : within.path("item")) {
            if (item.path("linkId").asText().equals(linkId)) {
                return item.at("/answer/0");
            }
            JsonNode found = answer(item, linkId);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return within.path("missing");
    }

    @Test
    void aChartThatHoldsAllCriteriaAnswersThemAll() {
        JsonNode response = filled(FormCall.withChart("example-authorization-required-criteria-met"), "2.0");
        assertThat(answer(response, "crps").path("valueBoolean").asBoolean()).isTrue();
        assertThat(answer(response, "therapies-tried").path("valueInteger").asInt())
                .isGreaterThanOrEqualTo(3);
        assertThat(answer(response, "pain-severity").path("valueDecimal").asDouble())
                .isGreaterThanOrEqualTo(7);
        assertThat(answer(response, "ecg").path("valueBoolean").asBoolean()).isTrue();
        assertThat(answer(response, "blood-pressure").path("valueBoolean").asBoolean())
                .isTrue();
        assertThat(answer(response, "infusion-plan").path("valueInteger").asInt())
                .isLessThanOrEqualTo(10);
    }

    @Test
    void whatTheChartDoesNotSayIsBlankAndNeverNo() {
        JsonNode response = filled(FormCall.of("example-criteria-unknown"), "2.0");
        assertThat(FormCall.answered(response)).doesNotContain("ecg", "blood-pressure", "pain-severity");
        assertThat(response.findValues("valueBoolean")).noneMatch(value -> !value.asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"2.0, auto", "2.2, auto-server"})
    void eachAnswerSaysThatItCameFromHere(String version, String source) {
        JsonNode response = filled(FormCall.withChart("example-authorization-required-criteria-met"), version);
        int answers =
                response.findValues("answer").stream().mapToInt(JsonNode::size).sum();
        assertThat(StreamSupport.stream(response.findValues("valueCode").spliterator(), false)
                        .map(JsonNode::asText))
                .hasSize(answers)
                .containsOnly(source);
    }

    @Test
    void eachAnswerSaysWhichRecordWhichDayAndWhichDefine() {
        JsonNode response = filled(FormCall.withChart("example-authorization-required-criteria-met"), "2.0");
        JsonNode evidence = answer(response, "pain-severity").at("/extension/1/extension");
        assertThat(evidence.findValuesAsText("reference")).allMatch(source -> source.startsWith("Observation/"));
        assertThat(evidence.findValuesAsText("valueDate")).allMatch(day -> day.startsWith("2026-"));
        assertThat(evidence.findValuesAsText("valueString"))
                .anyMatch(define -> define.matches("ExamplePrepopulation\\|.*#PainSeverity"));
    }

    @Test
    void everyAnswerHasEvidence() {
        JsonNode response = filled(FormCall.withChart("premera-investigational-kap"), "2.0");
        List<JsonNode> answers = response.findValues("answer");
        assertThat(answers).isNotEmpty();
        answers.forEach(each ->
                each.forEach(answer -> assertThat(answer.path("extension").findValuesAsText("url"))
                        .contains("https://precert.dev/fhir/StructureDefinition/answer-evidence")));
    }

    @Test
    void whatOtherAnswersDoNotAskForIsLeftOut() {
        JsonNode response = filled(FormCall.withChart("bcbsks-investigational-psychiatric"), "2.0");
        assertThat(FormCall.answered(response)).doesNotContain("infusion.dose");
    }

    @Test
    void whatIsOfAnotherPatientIsNotRead() {
        FormCall call = FormCall.of("example-criteria-unknown");
        FormCall other = FormCall.withChart("example-authorization-required-criteria-met");
        other.parameters().path("parameter").forEach(each -> {
            JsonNode resource = each.path("resource");
            if (resource.path("subject").path("reference").asText().startsWith("Patient/")
                    && !each.path("name").asText().equals("order")) {
                call.add("referenced", resource);
            }
        });
        assertThat(FormCall.answered(filled(call, "2.0"))).doesNotContain("ecg", "blood-pressure", "pain-severity");
    }

    /** R4: an open choice takes what is offered, or words; the code stands in the evidence. */
    @Test
    void aDiagnosisThatTheFormDoesNotOfferIsAnsweredInWords() {
        JsonNode answer = answer(filled(FormCall.of("example-criteria-unknown"), "2.0"), "indication");
        assertThat(answer.path("valueString").asText()).contains("G90.511");
        assertThat(answer.path("extension").toString()).contains("\"code\":\"G90.511\"");
    }

    /** Fewer than three in a chart are silence; on a form they would be a no. */
    @Test
    void aTherapyOrTwoAreNotCounted() {
        FormCall call = FormCall.of("example-criteria-unknown").add("referenced", Call.json("""
                {"resourceType": "MedicationStatement", "id": "one", "status": "completed",
                 "subject": {"reference": "Patient/example-criteria-unknown"},
                 "medicationCodeableConcept": {"coding": [
                   {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "25480"}]}}"""));
        assertThat(FormCall.answered(filled(call, "2.0"))).doesNotContain("therapies-tried");
    }

    @Test
    void aCoverageThatIsOverTellsNoLineOfBusiness() {
        FormCall sent = FormCall.of("premera-investigational-pain").form("premera-5.01.586");
        ObjectNode over = sent.parameters().at("/parameter/0/resource").deepCopy();
        assertThat(over.path("resourceType").asText()).isEqualTo("Coverage");
        over.put("id", "over").put("status", "cancelled");
        ((ObjectNode) over.at("/type/coding/0")).put("code", "111");
        FormCall call = FormCall.empty().add("coverage", over);
        sent.parameters()
                .path("parameter")
                .forEach(each -> ((ArrayNode) call.parameters().path("parameter")).add(each));
        JsonNode response = filled(call, "2.0");
        assertThat(answer(response, "line-of-business").at("/valueCoding/code").asText())
                .isEqualTo("commercial");
        assertThat(response.path("extension").findValuesAsText("reference")).doesNotContain("Coverage/over");
    }

    @Test
    void aPatientAloneCanBeAskedOf() {
        FormCall call = FormCall.empty().form("example-ketamine-infusion");
        call.parameters()
                .withArray("/parameter")
                .addObject()
                .put("name", "subject")
                .putObject("valueReference")
                .put("reference", "Patient/p");
        JsonNode response = filled(call, "2.0");
        assertThat(response.at("/subject/reference").asText()).isEqualTo("Patient/p");
        assertThat(FormCall.answered(response)).isEmpty();
    }
}
