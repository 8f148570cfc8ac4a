package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Authorization;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.LineDecision;
import org.precert.cases.Person;
import org.precert.requirements.PasRequirement;
import org.precert.subscriptions.Receiver;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the request to the last word of a person, as a subscriber gets it. */
@DemoServer
class FinalAnswerTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-10");
    private static final Person DOCTOR = new Person("doctor", "Dr. Test", "MD", "1234567893", "208VP0014X", true);

    @Autowired
    private CaseStore cases;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    @PasRequirement({"spec-51", "spec-60", "spec-61"})
    void whoSubscribedIsToldEachDecisionWithTheWholeAnswer() throws IOException {
        try (Receiver receiver = new Receiver()) {
            String url = "/pas/2.2.1/fhir/Subscription";
            PasCall.Answer made = PasCall.post(port, url, subscription(receiver.endpoint()));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            receiver.await(each -> each.got("handshake").size() == 1);
            String id = PasCall.of("2.2.1", "bcbsks-investigational-pain")
                    .submit(port)
                    .claimResponse()
                    .path("id")
                    .asText();
            Case half = approve(cases.find(id).orElseThrow(), 1);
            receiver.await(each -> outcomes(each, id).size() == 1);
            approve(half, 2);
            receiver.await(each -> outcomes(each, id).size() == 2);
            assertThat(outcomes(receiver, id)).containsExactly("partial", "complete");
            new Http(port).send("DELETE", url + "/" + made.json().path("id").asText(), "");
        }
    }

    private static String subscription(String endpoint) throws IOException {
        try (InputStream in = FinalAnswerTest.class.getResourceAsStream("/subscriptions/inferno-221.json")) {
            ObjectNode subscription = (ObjectNode) PasCall.JSON.readTree(in);
            subscription.remove("end");
            subscription.remove("_criteria");
            ((ObjectNode) subscription.path("channel")).put("endpoint", endpoint);
            return subscription.toString();
        }
    }

    private Case approve(Case state, int line) {
        Authorization leave = new Authorization("A-" + line + state.number(), DAY, DAY, DAY.plusMonths(1));
        LineDecision approved = new LineDecision.Approved(leave, "Seen and found good.", DOCTOR);
        return cases.append(state, DOCTOR, List.of(new CaseEvent.Decided(line, approved)), List.of());
    }

    /** Of the answers that came about this case, in their order. */
    private static List<String> outcomes(Receiver receiver, String id) {
        return receiver.got("event-notification").stream()
                .map(got -> got.bundle().at("/entry/1/resource/entry/0/resource"))
                .filter(response -> response.path("id").asText().equals(id))
                .map(FinalAnswerTest::outcome)
                .toList();
    }

    private static String outcome(JsonNode response) {
        assertThat(response.path("item")).hasSize(2);
        return response.path("outcome").asText();
    }
}
