package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.cases.CaseStore;
import org.precert.cases.Submissions;
import org.precert.pas.PasCall.Answer;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.RequestReader;
import org.precert.pas.call.SubmittedRequest;
import org.precert.requirements.PasRequirement;
import org.precert.review.Deadline;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the guide wants of the doors and of what is kept behind them. */
@DemoServer
class PasRequirementsTest {

    private static final String PAIN = "bcbsks-investigational-pain";
    private static final String MET = "example-authorization-required-criteria-met";
    private static final String REFERENCE_NUMBER = "extension-administrationReferenceNumber";

    @Autowired
    private CaseStore cases;

    @Autowired
    private Submissions submissions;

    @Autowired
    private SubmitService service;

    @Autowired
    private RequestReader reader;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    @PasRequirement({"conf-1", "2.0.1@207", "2.0.1@208"})
    void eachVersionHasABaseOfItsOwn(String version) {
        JsonNode statement =
                new Http(port).get("/pas/" + version + "/fhir/metadata").json();
        assertThat(statement.at("/implementation/url").asText()).endsWith("/pas/" + version + "/fhir");
        assertThat(statement.at("/implementationGuide/0").asText()).endsWith("|" + version);
        JsonNode claim = statement.at("/rest/0/resource/0");
        assertThat(claim.path("type").asText()).isEqualTo("Claim");
        assertThat(claim.path("operation"))
                .extracting(each -> each.path("name").asText())
                .containsExactly("submit", "inquire");
        PasCall call = PasCall.of(version, PAIN);
        assertThat(call.submit(port).claimResponse().path("outcome").asText())
                .isEqualTo(version.equals("2.0.1") ? "queued" : "partial");
        Answer found =
                PasCall.inquiry(version, "inquiry-by-member", call.member()).inquire(port);
        assertThat(found.json().path("resourceType").asText())
                .isEqualTo(version.equals("2.0.1") ? "Bundle" : "Parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    @PasRequirement({"spec-55", "own@too-large"})
    void theCapabilityStatementTellsOfSubscriptionsAndLimits(String version) {
        JsonNode rest =
                new Http(port).get("/pas/" + version + "/fhir/metadata").json().at("/rest/0");
        JsonNode subscription = rest.at("/resource/2");
        assertThat(subscription.path("type").asText()).isEqualTo("Subscription");
        assertThat(subscription.at("/extension/0/valueCanonical").asText()).endsWith("/PASSubscriptionTopic");
        assertThat(subscription.path("interaction"))
                .extracting(each -> each.path("code").asText())
                .contains("create", "update", "delete");
        assertThat(rest.at("/operation/0/name").asText()).isEqualTo("submit-attachment");
        assertThat(rest.at("/operation/0/documentation").asText()).contains("10485760 bytes");
    }

    static Stream<Arguments> wrong() {
        String submit = "/pas/2.2.1/fhir/Claim/$submit";
        return Stream.of(
                Arguments.of(submit, "{", 400),
                Arguments.of(submit, "<Bundle xmlns=\"http://hl7.org/fhir\"/>", 400),
                Arguments.of(submit, "{\"resourceType\": \"Bundle\", \"type\": \"collection\"}", 400),
                Arguments.of("/pas/2.0.1/fhir/Claim/$submit", "[]", 400),
                Arguments.of("/pas/2.2.1/fhir/Claim/$inquire", "{}", 400),
                Arguments.of("/pas/2.2.1/fhir/$submit-attachment", "{}", 400),
                Arguments.of("/pas/2.1.0/fhir/Claim/$submit", "{}", 404),
                Arguments.of("/pas/2.2.1/fhir/Claim/$approve", "{}", 404),
                Arguments.of("/pas/2.2.1/fhir/metadata", "{}", 405),
                Arguments.of(submit, " ".repeat(10 * 1024 * 1024 + 1), 413));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("wrong")
    @PasRequirement({"spec-35", "spec-39", "own@one-outcome"})
    void everyRefusalHasOneOutcomeAndNothingElse(String path, String body, int status) {
        Answer answer = PasCall.post(port, path, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.json().path("issue")).hasSize(1);
        assertThat(answer.json().at("/issue/0/severity").asText()).isEqualTo("error");
        assertThat(answer.json().at("/issue/0/code").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    @PasRequirement("spec-26")
    void theWholeRequestIsKeptToTheLetter(String version) {
        PasCall call = PasCall.of(version, PAIN);
        String id = call.submit(port).claimResponse().path("id").asText();
        String submission = cases.find(id).orElseThrow().submission();
        assertThat(submissions.sent(submission).orElseThrow().request().text())
                .isEqualTo(call.bundle().toString());
    }

    /** It is approved where there is time. */
    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    @PasRequirement({"2.0.1@66", "own@engine-timeout"})
    void whatThereIsNoTimeToDecideIsPended(String version) {
        PasCall call = PasCall.of(version, MET);
        byte[] body = call.bundle().toString().getBytes(StandardCharsets.UTF_8);
        SubmittedRequest request =
                reader.submission(body, PasVersion.of(version).orElseThrow(), false);
        Call late = new Call(
                "pas.submit",
                Optional.empty(),
                "",
                PasCall.JSON.createObjectNode(),
                Instant.parse("2026-06-10T12:00:00Z"),
                ZoneOffset.UTC,
                Deadline.after(Duration.ZERO));
        JsonNode answer = PasCall.json(service.submit(request, body, Optional.empty(), false, late)
                .body()
                .text());
        assertThat(codes(answer.at("/entry/0/resource"))).isEqualTo(Map.of(1, "A4", 2, "A4"));
    }

    @Test
    @PasRequirement({"spec-44", "spec-46"})
    void anInquiryTellsEveryLineTheCancelledOnesToo() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        call.update("2.2.1", claim -> cancel((ObjectNode) claim.at("/item/1"))).submit(port);
        JsonNode found = found(PasCall.inquiry("2.2.1", "inquiry-by-member", call.member()));
        assertThat(codes(found)).isEqualTo(Map.of(1, "A4", 2, "C"));
        assertThat(found.at("/request/reference").asText()).isNotBlank();
    }

    @Test
    @PasRequirement({"spec-47", "spec-48", "own@superseded-numbers"})
    void theReferenceNumberOfAnOlderAnswerFindsWhatStandsNow() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        JsonNode first = call.submit(port).claimResponse();
        String number = first.at("/item/0").findParents("url").stream()
                .filter(each -> each.path("url").asText().endsWith(REFERENCE_NUMBER))
                .map(each -> each.path("valueString").asText())
                .findFirst()
                .orElseThrow();
        call.update("2.2.1", claim -> InquireTest.change(claim.at("/item/0"), "2026-06-21"))
                .submit(port);
        PasCall inquiry = PasCall.inquiry("2.2.1", "inquiry-any-service", call.member())
                .change(claim -> claim.withArray("extension")
                        .addObject()
                        .put("url", "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/" + REFERENCE_NUMBER)
                        .put("valueString", number));
        JsonNode found = found(inquiry);
        assertThat(found.path("id")).isEqualTo(first.path("id"));
        assertThat(first.at("/item/0").toString()).doesNotContain("2026-06-21");
        assertThat(found.at("/item/0").toString()).contains("2026-06-21");
    }

    @Test
    @PasRequirement("2.0.1@155")
    void whoAsksOftenIsAnsweredAsOften() {
        PasCall call = PasCall.of("2.0.1", PAIN);
        call.submit(port);
        PasCall inquiry = PasCall.inquiry("2.0.1", "inquiry-by-member", call.member());
        assertThat(IntStream.range(0, 40).map(i -> inquiry.inquire(port).status()))
                .containsOnly(200);
    }

    @Test
    @PasRequirement({"conf-11", "conf-12"})
    void whatIsForReadersAloneIsNotNeeded() {
        PasCall call = PasCall.of("2.2.1", MET);
        for (String field : List.of("meta", "text", "display", "language", "telecom", "issued", "note")) {
            call.bundle().findParents(field).forEach(each -> ((ObjectNode) each).remove(field));
        }
        assertThat(call.submit(port).codes()).isEqualTo(Map.of(1, "A1", 2, "A1"));
    }

    private JsonNode found(PasCall inquiry) {
        Answer answer = inquiry.inquire(port);
        assertThat(answer.json().path("parameter")).as(answer.body()).hasSize(1);
        return answer.json().at("/parameter/0/resource/entry/0/resource");
    }

    private static void cancel(ObjectNode item) {
        item.withArray("modifierExtension")
                .addObject()
                .put("url", "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/modifierextension-infoCancelled")
                .put("valueBoolean", true);
        item.path("extension").forEach(each -> {
            if (each.path("url").asText().endsWith("extension-certificationType")) {
                ((ObjectNode) each.at("/valueCodeableConcept/coding/0")).put("code", "3");
            }
        });
        InquireTest.change(item, "2026-06-15");
    }

    private static Map<Integer, String> codes(JsonNode claimResponse) {
        Map<Integer, String> codes = new TreeMap<>();
        claimResponse
                .path("item")
                .forEach(item -> item.at("/adjudication/0/extension/0/extension")
                        .forEach(part -> {
                            if (part.path("url").asText().endsWith("extension-reviewActionCode")) {
                                codes.put(
                                        item.path("itemSequence").asInt(),
                                        part.at("/valueCodeableConcept/coding/0/code")
                                                .asText());
                            }
                        }));
        return codes;
    }
}
