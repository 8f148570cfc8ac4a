package org.precert.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A form that asks page by page: it asks for what is missing alone, keeps nothing, and ends with what the answers come to. */
@DemoServer
class NextQuestionTest {

    private static final String UNKNOWN = "example-criteria-unknown";
    private static final String ADAPTIVE = "example-ketamine-infusion-adaptive";

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    private ObjectNode draft(FormCall call, String version) {
        Http.Answer answer = call.form(ADAPTIVE).send(http, version, "questionnaire-package");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return (ObjectNode) FormCall.draft(answer.json());
    }

    private Http.Answer send(JsonNode body, String version) {
        return http.send("POST", "/dtr/" + version + "/fhir/Questionnaire/$next-question", body.toString());
    }

    private ObjectNode next(JsonNode response, String version) {
        Http.Answer answer = send(response, version);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return (ObjectNode) answer.json();
    }

    /** The linkIds of the contained form. */
    private static List<String> asked(JsonNode response) {
        return List.copyOf(response.at("/contained/0").findValuesAsText("linkId"));
    }

    private static void answer(ObjectNode response, String group, String linkId, String type, JsonNode value) {
        ArrayNode items = response.withArray("item");
        ObjectNode in = null;
        for (JsonNode each : items) {
            if (each.path("linkId").asText().equals(group)) {
                in = (ObjectNode) each;
            }
        }
        ObjectNode place = in == null ? items.addObject().put("linkId", group) : in;
        ObjectNode answer = place.withArray("item")
                .addObject()
                .put("linkId", linkId)
                .putArray("answer")
                .addObject();
        answer.set(type, value);
        answer.putArray("extension").add(Call.json("""
                {"url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin", "extension": [
                  {"url": "source", "valueCode": "manual"},
                  {"url": "author", "extension": [{"url": "practitioner", "valueReference": {"reference": "Practitioner/p"}}]}]}"""));
    }

    private static void answerCriteria(ObjectNode response) {
        answer(response, "criteria", "therapies-tried", "valueInteger", Call.json("3"));
        answer(response, "criteria", "pain-severity", "valueDecimal", Call.json("8.0"));
        answer(response, "criteria", "ecg", "valueBoolean", Call.json("true"));
        answer(response, "criteria", "blood-pressure", "valueBoolean", Call.json("true"));
        answer(response, "criteria", "infusion-plan", "valueInteger", Call.json("6"));
    }

    @Test
    void theFirstPageAsksOfTheOrderAndOfWhatIsMissingAlone() {
        ObjectNode first = next(draft(FormCall.withChart(UNKNOWN), "2.2"), "2.2");
        assertThat(first.path("status").asText()).isEqualTo("in-progress");
        assertThat(asked(first)).contains("order", "drug", "criteria", "ecg").doesNotContain("crps");
    }

    @Test
    void whatIsKnownHereIsAnsweredAsItIsAsked() {
        ObjectNode first = next(draft(FormCall.withChart(UNKNOWN), "2.2"), "2.2");
        assertThat(FormCall.answered(first))
                .contains("drug", "route", "indication")
                .doesNotContain("ecg");
    }

    @Test
    void theDraftOfTheNewVersionIsEmptyAndThatOfTheOldHasTheFirstPage() {
        assertThat(draft(FormCall.of(UNKNOWN), "2.2").has("item")).isFalse();
        ObjectNode old = draft(FormCall.of(UNKNOWN), "2.0");
        assertThat(asked(old)).contains("order", "drug");
        assertThat(old.path("item")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"questionnaire-response", "questionnaire-response-in", "in"})
    void theResponseMayComeInParameters(String name) {
        ObjectNode parameters = (ObjectNode) Call.json("{\"resourceType\": \"Parameters\"}");
        parameters
                .putArray("parameter")
                .addObject()
                .put("name", name)
                .set("resource", draft(FormCall.of(UNKNOWN), "2.2"));
        assertThat(next(parameters, "2.2").path("resourceType").asText()).isEqualTo("QuestionnaireResponse");
    }

    @Test
    void theSameCallHasTheSameAnswer() {
        ObjectNode draft = draft(FormCall.withChart(UNKNOWN), "2.2");
        assertThat(next(draft, "2.2")).isEqualTo(next(draft, "2.2"));
    }

    @Test
    void theFormGrowsAndKeepsWhatItHad() {
        ObjectNode first = next(draft(FormCall.withChart(UNKNOWN), "2.2"), "2.2");
        List<String> before = asked(first);
        answerCriteria(first);
        ObjectNode second = next(first, "2.2");
        assertThat(asked(second)).containsAll(before).contains("clinical-complete", "attestation");
    }

    @Test
    void nothingIsKeptBeforeTheEnd() {
        ObjectNode draft = draft(FormCall.withChart(UNKNOWN), "2.2");
        List<Long> before = rows();
        ObjectNode first = next(draft, "2.2");
        answerCriteria(first);
        next(first, "2.2");
        assertThat(rows()).isEqualTo(before);
    }

    private List<Long> rows() {
        List<Long> rows = new ArrayList<>();
        for (String table : List.of("exchange", "review", "feedback", "form_version")) {
            rows.add(jdbc.queryForObject("select count(*) from " + table, Long.class));
        }
        return rows;
    }

    private ObjectNode completed(FormCall call) {
        ObjectNode response = next(draft(call, "2.2"), "2.2");
        answerCriteria(response);
        response = next(response, "2.2");
        return next(response, "2.2");
    }

    private static List<JsonNode> information(JsonNode response) {
        List<JsonNode> found = new ArrayList<>();
        response.path("extension").forEach(extension -> {
            if (extension.path("url").asText().endsWith("/ext-coverage-information")) {
                found.add(extension);
            }
        });
        return found;
    }

    @Test
    void whatTheAnswersComeToReplacesWhatCrdSaid() {
        JsonNode crd = Call.of("order-sign/" + UNKNOWN).send(http).json();
        String assertion = Call.part(Call.information(crd).get(0), "coverage-assertion-id")
                .path("valueString")
                .asText();
        ObjectNode end = completed(FormCall.withChart(UNKNOWN).value("context", "valueString", assertion));
        assertThat(end.path("status").asText()).isEqualTo("completed");
        assertThat(information(end))
                .extracting(each -> Call.part(each, "coverage-assertion-id")
                        .path("valueString")
                        .asText())
                .contains(assertion);
        JsonNode kept = http.get("/reviews/" + assertion).json();
        assertThat(kept.path("door").asText()).isEqualTo("dtr.next-question");
        assertThat(kept.path("criteriaMet").asText()).isEqualTo("yes");
        assertThat(kept.toString()).contains("QuestionnaireResponse/answers");
    }

    /** DTR 2.2, spec-45. */
    @Test
    void aSecondCompletionReplacesTheFirst() {
        JsonNode crd = Call.of("order-sign/" + UNKNOWN).send(http).json();
        String assertion = Call.part(Call.information(crd).get(0), "coverage-assertion-id")
                .path("valueString")
                .asText();
        FormCall call = FormCall.withChart(UNKNOWN).value("context", "valueString", assertion);
        ObjectNode blank = next(draft(call, "2.2"), "2.2");
        next(next(blank, "2.2"), "2.2");
        assertThat(http.get("/reviews/" + assertion).json().path("criteriaMet").asText())
                .isEqualTo("unknown");
        ObjectNode end = completed(FormCall.withChart(UNKNOWN).value("context", "valueString", assertion));
        assertThat(information(end))
                .extracting(each -> Call.part(each, "coverage-assertion-id")
                        .path("valueString")
                        .asText())
                .contains(assertion);
        assertThat(http.get("/reviews/" + assertion).json().path("criteriaMet").asText())
                .isEqualTo("yes");
    }

    @Test
    void theStateOfOnePatientIsNoUseInTheResponseOfAnother() {
        ObjectNode draft = draft(FormCall.withChart(UNKNOWN), "2.2");
        ((ObjectNode) draft.path("subject")).put("reference", "Patient/somebody-else");
        assertThat(send(draft, "2.2").status()).isEqualTo(400);
        ObjectNode other = draft(FormCall.withChart(UNKNOWN), "2.2");
        other.path("extension").forEach(extension -> {
            if (extension.path("url").asText().endsWith("/qr-context")) {
                ((ObjectNode) extension.path("valueReference")).put("reference", "ServiceRequest/somebody-elses");
            }
        });
        assertThat(send(other, "2.2").status()).isEqualTo(400);
    }

    @Test
    void coverageThatTheClientToldIsTakenOut() {
        ObjectNode draft = draft(FormCall.withChart(UNKNOWN), "2.2");
        draft.withArray("extension").add(Call.json("""
                {"url": "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information", "extension": [
                  {"url": "covered", "valueCode": "covered"}, {"url": "satisfied-pa-id", "valueString": "FORGED"}]}"""));
        assertThat(next(draft, "2.2").toString()).doesNotContain("FORGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "entered-in-error", "bogus"})
    void onlyAResponseInProgressIsAskedOn(String status) {
        assertThat(send(draft(FormCall.of(UNKNOWN), "2.2").put("status", status), "2.2")
                        .status())
                .isEqualTo(400);
    }

    /** DTR 2.2, spec-43. */
    @Test
    void ofOrdersThatCrdNeverSpokeOfNoCoverageIsTold() {
        JsonNode crd = Call.of("order-sign/" + UNKNOWN).send(http).json();
        String assertion = Call.part(Call.information(crd).get(0), "coverage-assertion-id")
                .path("valueString")
                .asText();
        FormCall call = FormCall.withChart(UNKNOWN).value("context", "valueString", assertion);
        call.parameters().path("parameter").forEach(each -> {
            if (each.path("name").asText().equals("order")) {
                ObjectNode order = (ObjectNode) each.path("resource");
                order.put("id", "z-" + order.path("id").asText());
            }
        });
        assertThat(information(completed(call))).isEmpty();
    }

    @Test
    void theChartThatWasSentIsNotForgotten() {
        FormCall call = FormCall.withChart("example-authorization-required-criteria-met");
        assertThat(asked(next(draft(call, "2.2"), "2.2"))).doesNotContain("ecg", "pain-severity", "crps");
    }

    /** DTR 2.2, spec-43. */
    @Test
    void withoutAnAnswerOfCrdNoCoverageIsTold() {
        ObjectNode end = completed(FormCall.withChart(UNKNOWN));
        assertThat(end.path("status").asText()).isEqualTo("completed");
        assertThat(information(end)).isEmpty();
    }

    @Test
    void aNumberOfAnAuthorizationIsNeverGiven() {
        assertThat(completed(FormCall.withChart(UNKNOWN)).toString()).doesNotContain("satisfied-pa-id");
    }

    @Test
    void answersThatDoNotFitAreRefusedByTheirLinkIds() {
        ObjectNode first = next(draft(FormCall.withChart(UNKNOWN), "2.2"), "2.2");
        answer(first, "criteria", "ecg", "valueString", Call.json("\"normal, says John Doe\""));
        answer(first, "criteria", "pain-severity", "valueBoolean", Call.json("true"));
        Http.Answer refused = send(first, "2.2");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(FormCall.told(refused.json()).get(0))
                .contains("ecg", "pain-severity")
                .doesNotContain("John");
    }

    /** DTR 2.2, conf-10: a client need not know of bounds. A pain of eleven is taken, and says nothing. */
    @Test
    void anAnswerOutOfBoundsIsTaken() {
        ObjectNode first = next(draft(FormCall.withChart(UNKNOWN), "2.2"), "2.2");
        answer(first, "criteria", "pain-severity", "valueDecimal", Call.json("11"));
        assertThat(next(first, "2.2").path("status").asText()).isEqualTo("in-progress");
    }

    @Test
    void aQuestionThatWasNotAskedIsRefused() {
        ObjectNode first = next(draft(FormCall.withChart(UNKNOWN), "2.2"), "2.2");
        answer(first, "criteria", "shoe-size", "valueInteger", Call.json("44"));
        assertThat(send(first, "2.2").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "e30..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"})
    void aStateThatWasNotGivenOutHereIsRefused(String token) {
        ObjectNode draft = draft(FormCall.of(UNKNOWN), "2.2");
        draft.path("extension").forEach(extension -> {
            if (extension.path("url").asText().endsWith("/continuation")) {
                ((ObjectNode) extension).put("valueString", token);
            }
        });
        assertThat(send(draft, "2.2").status()).isEqualTo(400);
    }

    @Test
    void theStateOfAnotherFormIsRefused() {
        ObjectNode draft = draft(FormCall.of(UNKNOWN), "2.2");
        Http.Answer other = FormCall.of("medica-not-covered")
                .form("medica-mb2300-adaptive")
                .send(http, "2.2", "questionnaire-package");
        ObjectNode medica = (ObjectNode) FormCall.draft(other.json());
        medica.set("extension", draft.path("extension"));
        assertThat(send(medica, "2.2").status()).isEqualTo(400);
    }

    @Test
    void aResponseThatWasNotBegunHereIsAskedOnByItsAnswersAlone() {
        ObjectNode draft = draft(FormCall.of(UNKNOWN), "2.2");
        draft.remove("extension");
        ObjectNode first = next(draft, "2.2");
        assertThat(asked(first)).contains("drug");
        assertThat(FormCall.answered(first)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\": \"Patient\"}",
                "{\"resourceType\": \"QuestionnaireResponse\"}",
                "{\"resourceType\": \"Parameters\", \"parameter\": []}",
                "{\"resourceType\": \"QuestionnaireResponse\", \"questionnaire\": \"#a\", \"contained\": [{\"resourceType\": \"Questionnaire\", \"id\": \"b\"}]}",
                "[1]",
                "",
            })
    void whatIsNoResponseToAFormIsRefused(String body) {
        assertThat(http.send("POST", "/fhir/Questionnaire/$next-question", body).status())
                .isEqualTo(400);
    }

    @Test
    void aFormOfNobodyIsNotFound() {
        ObjectNode draft = draft(FormCall.of(UNKNOWN), "2.2");
        ObjectNode form = (ObjectNode) draft.at("/contained/0");
        form.put("url", "https://elsewhere.example/Questionnaire/x");
        form.putArray("derivedFrom").add("https://elsewhere.example/Questionnaire/x");
        assertThat(send(draft, "2.2").status()).isEqualTo(404);
    }

    /** The guide's SMART app posts to what the form names; others append the operation to it. */
    @Test
    void theAddressMayHaveTheOperationTwice() {
        String path = "/fhir/Questionnaire/$next-question";
        String draft = draft(FormCall.of(UNKNOWN), "2.2").toString();
        assertThat(http.send("POST", path, draft).status()).isEqualTo(200);
        assertThat(http.send("POST", path + "/Questionnaire/$next-question", draft)
                        .status())
                .isEqualTo(200);
    }
}
