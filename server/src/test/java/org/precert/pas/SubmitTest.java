package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.requirements.PasRequirement;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claim/$submit: what comes in, what comes back, what is kept. */
@DemoServer
class SubmitTest {

    private static final String PAIN = "bcbsks-investigational-pain";
    private static final String MET = "example-authorization-required-criteria-met";
    private static final String UNKNOWN = "example-criteria-unknown";

    @Autowired
    private JdbcTemplate jdbc;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private int count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    @PasRequirement("own@replay")
    void theSameRequestAgainHasTheSameBytes(String version) {
        PasCall call = PasCall.of(version, PAIN);
        PasCall.Answer first = call.submit(port);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        int cases = count("pa_case");
        PasCall.Answer again = call.submit(port);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count("pa_case")).isEqualTo(cases);
    }

    @Test
    @PasRequirement("own@replay")
    void anotherRequestUnderTheSameIdentifiersIsAConflict() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall.Answer other = call.change(claim -> claim.put("created", "2026-06-09T10:00:00Z"))
                .submit(port);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().at("/issue/0/code").asText()).isEqualTo("duplicate");
        assertThat(other.json().path("issue")).hasSize(1);
    }

    @Test
    void aKeyOfTheClientNamesTheRequest() {
        String key = java.util.UUID.randomUUID().toString();
        PasCall call = PasCall.of("2.2.1", PAIN);
        PasCall.Answer first = call.submit(port, "Idempotency-Key", key);
        assertThat(call.submit(port, "Idempotency-Key", key).body()).isEqualTo(first.body());
        assertThat(PasCall.of("2.2.1", MET).submit(port, "Idempotency-Key", key).status())
                .isEqualTo(409);
    }

    @Test
    void manyAtOnceAreOneRequest() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        int before = count("pa_case");
        List<CompletableFuture<PasCall.Answer>> all = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.submit(port)))
                .toList();
        Set<String> bodies = all.stream()
                .map(CompletableFuture::join)
                .map(PasCall.Answer::body)
                .collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(count("pa_case")).isEqualTo(before + 1);
    }

    @Test
    @PasRequirement("2.0.1@136")
    void whatTheMachineWouldDenyGoesToAPerson() {
        PasCall.Answer answer = PasCall.of("2.2.1", PAIN).submit(port);
        assertThat(answer.codes()).containsValue("A4").doesNotContainValue("A3");
        assertThat(answer.reasons(1)).containsExactly("0V");
        assertThat(answer.claimResponse().has("preAuthRef")).isFalse();
        // What is drafted is for staff alone.
        assertThat(answer.body()).doesNotContain("\"0T\"").doesNotContainIgnoringCase("investigational");
    }

    @Test
    void metCriteriaAreApprovedAtOnce() {
        PasCall.Answer answer = PasCall.of("2.2.1", MET).submit(port);
        assertThat(answer.codes()).containsOnlyKeys(1, 2).doesNotContainValue("A4");
        assertThat(answer.claimResponse().path("outcome").asText()).isEqualTo("complete");
        assertThat(answer.claimResponse().findValuesAsText("url")).doesNotContain("reasonCode");
    }

    @Test
    void whatIsMissingIsAskedFor() {
        PasCall.Answer answer = PasCall.of("2.2.1", UNKNOWN).submit(port);
        assertThat(answer.reasons(1)).containsExactly("0U");
        assertThat(answer.resources("CommunicationRequest")).hasSize(2);
        assertThat(answer.resources("Task")).hasSize(2);
    }

    /** The context of a task leads to the form: the review behind it is kept. */
    @Test
    @PasRequirement({"ainfo-1", "ainfo-3", "ainfo-6"})
    void theContextOfATaskGivesItsForm() {
        PasCall.Answer answer = PasCall.of("2.2.1", UNKNOWN).submit(port);
        String context = StreamSupport.stream(
                        answer.resources("Task")
                                .findFirst()
                                .orElseThrow()
                                .path("input")
                                .spliterator(),
                        false)
                .filter(input -> input.has("valueString"))
                .map(input -> input.path("valueString").asText())
                .findFirst()
                .orElseThrow();
        ObjectNode parameters = PasCall.JSON.createObjectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "context").put("valueString", context);
        PasCall.Answer form =
                PasCall.post(port, "/dtr/2.2/fhir/Questionnaire/$questionnaire-package", parameters.toString());
        assertThat(form.body()).contains("example-ketamine-infusion");
    }

    @Test
    @PasRequirement("2.0.1@98")
    void whatIsDueIsToldWithItsLaw() {
        JsonNode standard = PasCall.of("2.2.1", PAIN).submit(port).claimResponse();
        JsonNode urgent = PasCall.of("2.2.1", "bcbsks-expedited").submit(port).claimResponse();
        assertThat(standard.path("disposition").asText()).contains("2026-06-25", "29 CFR");
        assertThat(urgent.path("disposition").asText()).contains("2026-06-13", "29 CFR");
    }

    @Test
    @PasRequirement("2.0.1@106")
    void ofAPayerThatIsNotServedNothingIsDecided() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.bundle().findParents("identifier").stream()
                .filter(each -> each.path("resourceType").asText().equals("Organization"))
                .forEach(each -> ((ObjectNode) each.at("/identifier/0")).put("value", "none-of-ours"));
        int before = count("pa_case");
        PasCall.Answer answer = call.submit(port);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.claimResponse().path("outcome").asText()).isEqualTo("error");
        assertThat(answer.claimResponse().at("/error/0/code/coding/0/code").asText())
                .isEqualTo("T4");
        assertThat(count("pa_case")).isEqualTo(before);
    }

    @Test
    void whatWasSaidAtOrderEntryIsFoundAgain() {
        Call crd = Call.of("order-sign/" + PAIN);
        JsonNode actions = crd.send(new Http(port)).json().path("systemActions");
        PasCall call = PasCall.of("2.0.1", PAIN);
        ObjectNode order = call.resource("ServiceRequest");
        for (JsonNode action : actions) {
            if (action.at("/resource/resourceType").asText().equals("ServiceRequest")) {
                order.set("extension", action.at("/resource/extension"));
            }
        }
        assertThat(order.path("extension").toString()).contains("coverage-assertion-id");
        call.submit(port);
        String claim = call.claim().at("/identifier/0/value").asText();
        assertThat(claim).isNotEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from case_line where crd_differs and determination = 'investigational'",
                        Integer.class))
                .isZero();
    }

    @Test
    void malformedRequestsAreRefusedWithOneOutcome() {
        PasCall.Answer answer = PasCall.post(
                port,
                "/pas/2.2.1/fhir/Claim/$submit",
                "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": []}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.json().path("issue")).hasSize(1);
    }

    @Test
    void anUnknownVersionHasNoBase() {
        assertThat(PasCall.post(port, "/pas/2.1.0/fhir/Claim/$submit", "{}").status())
                .isEqualTo(404);
    }
}
