package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Met criteria are not enough: what the policy does not see a person looks at, before the machine grants it. */
@DemoServer
class DoubtsTest {

    private static final String MET = "example-authorization-required-criteria-met";

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private static Consumer<PasCall> order(Consumer<ObjectNode> change) {
        return call -> change.accept(call.resource("ServiceRequest"));
    }

    private static Consumer<PasCall> item(Consumer<ObjectNode> change) {
        return call -> change.accept((ObjectNode) call.claim().at("/item/0"));
    }

    private static Consumer<PasCall> quantity(String unit, int value) {
        return item(item -> {
            ObjectNode quantity = item.putObject("quantity").put("value", value);
            quantity.put("system", "https://codesystem.x12.org/005010/673").put("code", unit);
        });
    }

    private static ObjectNode coding(ObjectNode item) {
        return (ObjectNode) item.at("/productOrService/coding/0");
    }

    static Stream<Arguments> doubts() {
        return Stream.of(
                Arguments.of("an order entered in error", order(order -> order.put("status", "entered-in-error"))),
                Arguments.of("a revoked order", order(order -> order.put("status", "revoked"))),
                Arguments.of("an order not to do it", order(order -> order.put("doNotPerform", true))),
                Arguments.of("a proposal", order(order -> order.put("intent", "proposal"))),
                Arguments.of("another service", item(item -> coding(item).put("code", "27447"))),
                Arguments.of(
                        "a second service",
                        item(item -> item.withArray("/productOrService/coding")
                                .addObject()
                                .put("system", "http://www.ama-assn.org/go/cpt")
                                .put("code", "27447"))),
                Arguments.of(
                        "an order of another service",
                        order(order -> order.withArray("/code/coding")
                                .addObject()
                                .put("system", "http://www.ama-assn.org/go/cpt")
                                .put("code", "27447"))),
                Arguments.of(
                        "words alone",
                        item(item -> item.putObject("productOrService").put("text", "knee"))),
                Arguments.of(
                        "a diagnosis as a service",
                        item(item -> coding(item)
                                .put("system", "http://hl7.org/fhir/sid/icd-10-cm")
                                .put("code", "G90.511"))),
                Arguments.of("another diagnosis", (Consumer<PasCall>)
                        call -> ((ObjectNode) call.claim().at("/diagnosis/0/diagnosisCodeableConcept/coding/0"))
                                .put("code", "F32.9")
                                .remove("display")),
                Arguments.of(
                        "a drug that the order does not name",
                        item(item -> coding(item)
                                .put("system", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets")
                                .put("code", "J2001"))),
                Arguments.of("an observation of nobody", (Consumer<PasCall>) DoubtsTest::ofNobody),
                Arguments.of("more than the plan", quantity("UN", 11)),
                Arguments.of("nothing", quantity("UN", 0)),
                Arguments.of("months", quantity("MO", 6)),
                Arguments.of("no quantity", item(item -> item.remove("quantity"))),
                Arguments.of(
                        "longer than the coverage",
                        item(item -> item.remove("servicedDate"))
                                .andThen(item(item -> item.putObject("servicedPeriod")
                                        .put("start", "2026-06-15")
                                        .put("end", "2099-07-10")))),
                Arguments.of("an old form", (Consumer<PasCall>)
                        call -> call.resource("QuestionnaireResponse").put("authored", "2016-06-09")),
                Arguments.of(
                        "a form of another version", (Consumer<PasCall>) call -> call.resource("QuestionnaireResponse")
                                .put(
                                        "questionnaire",
                                        "http://localhost:8080/fhir/Questionnaire/example-ketamine-infusion|1999")));
    }

    /** Neither the form nor any observation says whose it is. */
    private static void ofNobody(PasCall call) {
        call.bundle().path("entry").forEach(entry -> {
            String type = entry.at("/resource/resourceType").asText();
            if (type.equals("Observation") || type.equals("QuestionnaireResponse")) {
                ((ObjectNode) entry.path("resource")).remove("subject");
            }
        });
    }

    @Test
    void withoutADoubtItIsApproved() {
        assertThat(PasCall.of("2.2.1", MET).submit(port).codes()).isEqualTo(Map.of(1, "A1", 2, "A1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doubts")
    void aPersonLooksAt(String what, Consumer<PasCall> change) {
        PasCall call = PasCall.of("2.2.1", MET);
        change.accept(call);
        PasCall.Answer answer = call.submit(port);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.codes().get(1)).isNotEqualTo("A1");
        assertThat(answer.codes()).doesNotContainValue("A3");
    }

    @Test
    void aPersonLooksAtWhatWasAskedForBefore() {
        PasCall first = PasCall.of("2.2.1", MET);
        assertThat(first.submit(port).codes()).containsEntry(1, "A1");
        PasCall.Answer second = first.renamed().submit(port);
        assertThat(second.codes()).isEqualTo(Map.of(1, "A4", 2, "A4"));
        assertThat(second.body()).contains("the same was asked for in request");
    }

    /** An order that is not this patient's is none. */
    @Test
    void anotherPatientsOrderIsNotApproved() {
        PasCall call = PasCall.of("2.2.1", MET);
        ObjectNode order = call.resource("ServiceRequest");
        order.putArray("contained").addObject().put("resourceType", "Patient").put("id", "other");
        order.putObject("subject").put("reference", "#other");
        assertThat(call.submit(port).codes().get(1)).isNotEqualTo("A1");
    }

    @Test
    void anUpdateThatHidesAChangeIsReviewedAnew() {
        PasCall call = PasCall.of("2.2.1", MET);
        assertThat(call.submit(port).codes()).containsEntry(2, "A1");
        PasCall hidden = call.update("2.2.1", claim -> {});
        ObjectNode drug = (ObjectNode) hidden.resource("MedicationRequest").at("/medicationCodeableConcept/coding/0");
        drug.put("code", "6387").remove("display");
        assertThat(hidden.submit(port).codes().get(2)).isNotEqualTo("A1");
    }

    @Test
    void anUpdateThatHidesAnotherDiagnosisIsReviewedAnew() {
        PasCall call = PasCall.of("2.2.1", MET);
        call.submit(port);
        PasCall hidden = call.update(
                "2.2.1",
                claim -> ((ObjectNode) claim.at("/diagnosis/0/diagnosisCodeableConcept/coding/0"))
                        .put("code", "F32.9")
                        .remove("display"));
        assertThat(hidden.submit(port).codes()).doesNotContainValue("A1");
    }

    @Test
    void aCaseIsNotChangedByAnotherPayersPolicy() {
        PasCall call = PasCall.of("2.2.1", MET);
        call.submit(port);
        PasCall other = call.update("2.2.1", claim -> {});
        other.bundle().findParents("identifier").stream()
                .filter(each -> each.at("/identifier/0/value").asText().equals("example"))
                .forEach(each -> ((ObjectNode) each.at("/identifier/0")).put("value", "bcbsks"));
        assertThat(other.submit(port).claimResponse().path("outcome").asText()).isEqualTo("error");
    }

    /** Each of them alone would find the other, if it came later. */
    @Test
    void ofSeveralAtOnceForTheSameOneIsApproved() {
        PasCall first = PasCall.of("2.2.1", MET);
        List<CompletableFuture<PasCall.Answer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> first.renamed())
                .map(each -> CompletableFuture.supplyAsync(() -> answered(each)))
                .toList();
        assertThat(answers.stream().map(each -> each.join().codes().get(1)))
                .containsOnlyOnce("A1")
                .containsOnly("A1", "A4");
    }

    /** As a client does, it sends again what could not be taken just then. */
    private PasCall.Answer answered(PasCall call) {
        PasCall.Answer answer = call.submit(port);
        while (answer.status() == 503) {
            answer = call.submit(port);
        }
        return answer;
    }

    @Test
    void whatWasTakenBackCountsNoMoreThoughItWasSentBefore() {
        PasCall call = PasCall.of("2.2.1", "example-criteria-unknown");
        PasCall.Answer asked = call.submit(port);
        ObjectNode form = SentDocuments.form(SentDocuments.orders(call)).put("id", "form-1");
        SentDocuments.under(SentDocuments.controls(asked).get(0), call)
                .with(form)
                .last(false)
                .send(port, "2.2.1");
        PasCall update = call.update("2.2.1", claim -> {
            ObjectNode info = ((ObjectNode) PasCall.of("2.2.1", MET).claim().at("/supportingInfo/0")).deepCopy();
            info.putObject("valueReference").put("reference", "urn:uuid:00000000-0000-4000-8000-000000000001");
            UpdateTest.cancel(info, true);
            claim.putArray("supportingInfo").add(info);
        });
        form.putObject("subject")
                .put(
                        "reference",
                        update.bundle()
                                .at("/entry/0/resource/patient/reference")
                                .asText());
        update.bundle()
                .withArray("entry")
                .addObject()
                .put("fullUrl", "urn:uuid:00000000-0000-4000-8000-000000000001")
                .set("resource", form);
        PasCall.Answer updated = update.submit(port);
        assertThat(updated.codes()).as(updated.body()).isEqualTo(Map.of(1, "A4", 2, "A4"));
    }

    @Test
    void theOtherVersionIsAnotherRequest() {
        PasCall call = PasCall.of("2.2.1", "bcbsks-investigational-pain");
        call.submit(port);
        PasCall.Answer other = PasCall.post(
                port, "/pas/2.0.1/fhir/Claim/$submit", call.bundle().toString());
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
    }
}
