package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.cases.Authorization;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.LineDecision;
import org.precert.cases.Person;
import org.precert.pas.answer.PasProfiles;
import org.precert.pas.call.PasVersion;
import org.precert.requirements.PasRequirement;
import org.precert.subscriptions.Receiver;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Inferno's requests, as they are, to a payer of its own that has no policy: everything is pended, and a person decides. The
 * kit gives all its requests the same identifiers, so its client is a lenient one.
 */
@DemoServer
class InfernoPayerReplayTest {

    private static final Person DOCTOR = new Person("doctor", "Dr. Test", "MD", "1234567893", "208VP0014X", true);

    @Autowired
    private CaseStore cases;

    private int port;

    @DynamicPropertySource
    static void payer(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory("precert-inferno");
        Path payer = Files.createDirectories(folder.resolve("inferno"));
        Files.writeString(payer.resolve("payer.yaml"), """
                name: Payer of Inferno's kit (invented)
                identifiers:
                  - http://davinci-pas.org/fhir/payer-id|PI-InsurerExample
                  - http://davinci-pas.org/fhir/payer-id|PI-Insurer
                """);
        registry.add("precert.policies.dir", folder::toString);
        registry.add("precert.pas.lenient", () -> "true");
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private static void conforms(PasCall.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assumeTrue(PasProfiles.areAvailable(), PasProfiles.whyNot());
        assertThat(PasProfiles.errors(PasVersion.STU_2_2, answer.json(), PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approval_pa_submit_request_payload",
                "denial_pa_submit_request_payload",
                "pended_pa_submit_request_payload",
                "must_support_pa_submit_request_payload_0",
                "must_support_pa_submit_request_payload_1"
            })
    @PasRequirement({"conf-4", "conf-5"})
    void eachRequestHasAnAnswerThatConforms(String name) {
        conforms(Inferno.submit(port, Inferno.request(name)));
    }

    /** Group 2.4: 2.4.5.01 (spec-34) and 2.4.5.02 (spec-46). */
    @Test
    @PasRequirement({"spec-34", "spec-46", "own@item-sequences"})
    void aRequestIsAddedToChangedAndTakenBack() {
        for (String step : List.of("initial", "add_item", "modify_cancel", "cancel_all")) {
            JsonNode request = Inferno.request("claim_update_" + step + "_submit_payload");
            PasCall.Answer answer = Inferno.submit(port, request);
            conforms(answer);
            assertThat(answer.codes().keySet()).as(step).isEqualTo(Inferno.submitted(request));
        }
        PasCall.Answer last = Inferno.submit(port, Inferno.request("claim_update_cancel_all_submit_payload"));
        assertThat(last.codes()).containsOnlyKeys(1, 2).doesNotContainValue("A4");
    }

    /** Group 4. */
    @ParameterizedTest
    @ValueSource(strings = {"$submit", "$inquire"})
    void anEmptyBundleIsRefusedWithAnOutcome(String operation) {
        ObjectNode request = Inferno.request("approval_pa_submit_request_payload");
        request.putArray("entry");
        PasCall.Answer answer = PasCall.post(port, "/pas/2.2.1/fhir/Claim/" + operation, request.toString());
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    /** Group 3, inquiries: Parameters with any number of Bundles. */
    @ParameterizedTest
    @ValueSource(strings = {"pended_pa_inquire_request_payload", "must_support_pa_inquire_request_payload"})
    @PasRequirement({"conf-4", "conf-5"})
    void inquiriesAreAnsweredWithParameters(String name) {
        PasCall.Answer answer = Inferno.inquire(port, Inferno.request(name));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("Parameters");
        answer.json()
                .path("parameter")
                .forEach(each -> assertThat(each.path("name").asText()).isEqualTo("return"));
    }

    /** Groups 1 and 2.3: subscribe, shake hands, be pended, be told when a person has decided. */
    @Test
    @PasRequirement({"spec-51", "spec-60", "spec-61"})
    void whoSubscribedIsToldWhatAPersonDecided() {
        try (Receiver receiver = new Receiver()) {
            ObjectNode subscription = Inferno.request("subscription_resource");
            ((ObjectNode) subscription.path("channel")).put("endpoint", receiver.endpoint());
            PasCall.Answer created = PasCall.post(port, "/pas/2.2.1/fhir/Subscription", subscription.toString());
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            assertThat(created.json().path("status").asText()).isEqualTo("requested");
            receiver.await(each -> each.got("handshake").size() == 1);
            ObjectNode request = Inferno.request("pended_pa_submit_request_payload");
            ((ObjectNode) request.path("identifier")).put("value", "told-what-a-person-decided");
            PasCall.Answer pended = Inferno.submit(port, request);
            assertThat(pended.codes()).containsValue("A4");
            String id = pended.claimResponse().path("id").asText();
            approve(cases.find(id).orElseThrow());
            receiver.await(each -> each.got("event-notification").stream()
                    .anyMatch(got -> got.bundle().toString().contains("\"A1\"")));
            told(receiver.got("event-notification").get(0), id);
        }
    }

    private void approve(Case state) {
        Authorization leave = new Authorization(
                "A-1", LocalDate.parse("2026-06-10"), LocalDate.parse("2026-06-10"), LocalDate.parse("2026-07-10"));
        cases.append(
                state,
                DOCTOR,
                List.of(new CaseEvent.Decided(1, new LineDecision.Approved(leave, "Seen and found good.", DOCTOR))),
                List.of());
    }

    private static void told(Receiver.Got got, String id) {
        assertThat(got.header("Authorization")).isEqualTo("Bearer demo_execution");
        assertThat(got.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(got.bundle().path("type").asText()).isEqualTo("history");
        String focus = got.part("focus").at("/valueReference/reference").asText();
        JsonNode entry = got.bundle().at("/entry/1");
        assertThat(entry.path("fullUrl").asText()).isEqualTo(focus);
        assertThat(entry.at("/resource/type").asText()).isEqualTo("collection");
        assertThat(entry.at("/resource/entry/0/resource/id").asText()).isEqualTo(id);
        got.bundle()
                .path("entry")
                .forEach(each ->
                        assertThat(each.has("request") && each.has("response")).isTrue());
    }
}
