package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.inferno.ClientKey;
import org.precert.pas.PasCall.Answer;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.precert.testing.TokenRequest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What registered clients see of each other's requests. */
@DemoServer
class OtherClientsTest {

    private static final String PAIN = "bcbsks-investigational-pain";
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    /** The clinic sends; the hospital acts for the same provider, the stranger for another one. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "clinic", "1999999992",
            "hospital", "http://hl7.org/fhir/sid/us-npi|1999999992",
            "stranger", "1888888888");

    private static final Map<String, ClientKey> KEYS = Map.of(
            "clinic", ClientKey.of("ES384"),
            "hospital", ClientKey.of("ES384"),
            "stranger", ClientKey.of("ES384"));

    private int port;

    @DynamicPropertySource
    static void clients(DynamicPropertyRegistry registry) {
        int index = 0;
        for (String id : PROVIDERS.keySet()) {
            String client = "precert.clients[" + index++ + "].";
            registry.add(client + "id", () -> id);
            registry.add(client + "issuers[0]", () -> issuer(id));
            registry.add(client + "jwks", () -> KEYS.get(id).jwks());
            registry.add(client + "jwks-url", () -> issuer(id) + "/jwks.json");
            registry.add(client + "pas-identifiers[0]", () -> PROVIDERS.get(id));
            registry.add(client + "shares-identifiers", () -> id.equals("hospital"));
            registry.add(client + "scopes[0]", () -> "system/Claim.crs");
        }
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private static String issuer(String client) {
        return "https://" + client + ".example";
    }

    private String[] authorized(String client) {
        String assertion = KEYS.get(client).assertion(issuer(client), client, "http://localhost:8080/oauth/token", NOW);
        String token = TokenRequest.to("http://localhost:" + port, "system/Claim.crs", assertion);
        return new String[] {"Authorization", "Bearer " + token};
    }

    private Answer submit(PasCall call, String client) {
        return call.submit(port, authorized(client));
    }

    private Answer inquire(PasCall call, String client) {
        Answer answer =
                PasCall.inquiry("2.2.1", "inquiry-by-member", call.member()).inquire(port, authorized(client));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static long found(Answer answer) {
        return StreamSupport.stream(answer.json().path("parameter").spliterator(), false)
                .filter(each -> each.path("name").asText().equals("return"))
                .count();
    }

    @Test
    @PasRequirement({"spec-52", "spec-53"})
    void whoActsForTheProviderFindsWhatAnotherSystemSent() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        String id = submit(call, "clinic").claimResponse().path("id").asText();
        Answer answer = inquire(call, "hospital");
        assertThat(found(answer)).isEqualTo(1);
        assertThat(answer.json().at("/parameter/0/resource/entry/0/resource/id").asText())
                .isEqualTo(id);
    }

    /** Its address is one in the sender's system. */
    @Test
    @PasRequirement({"spec-44", "conf-6"})
    void whoDidNotSendTheClaimIsToldThatItIsNotNamed() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        submit(call, "clinic");
        JsonNode own = inquire(call, "clinic").json().at("/parameter/0/resource/entry/0/resource/request");
        assertThat(own.path("reference").asText())
                .isEqualTo(call.bundle().at("/entry/0/fullUrl").asText());
        JsonNode others = inquire(call, "hospital").json().at("/parameter/0/resource/entry/0/resource/request");
        assertThat(others.at("/extension/0/url").asText()).endsWith("/data-absent-reason");
        assertThat(others.at("/extension/0/valueCode").asText()).isEqualTo("masked");
        assertThat(others.has("reference")).isFalse();
    }

    @Test
    @PasRequirement({"spec-53", "2.0.1@198", "own@wrong-npi"})
    void whoActsForAnotherProviderFindsNothing() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        submit(call, "clinic");
        Answer answer = inquire(call, "stranger");
        assertThat(found(answer)).isZero();
        assertThat(answer.body()).doesNotContain("96365");
    }

    @Test
    @PasRequirement({"spec-49", "spec-50", "own@withheld"})
    void whatIsLabelledAsRestrictedIsWithheldWithAWarning() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.resource("ServiceRequest")
                .putObject("meta")
                .putArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                .put("code", "R");
        assertThat(submit(call, "clinic").status()).isEqualTo(200);
        assertThat(found(inquire(call, "clinic"))).isEqualTo(1);
        Answer other = inquire(call, "hospital");
        assertThat(found(other)).isZero();
        JsonNode outcome = other.json().at("/parameter/0/resource");
        assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.path("issue"))
                .anyMatch(issue -> issue.path("severity").asText().equals("warning")
                        && issue.path("code").asText().equals("suppressed"));
    }

    @Test
    void aClientAsksForNoProviderButThoseItIsRegisteredFor() {
        Answer answer = submit(PasCall.of("2.2.1", PAIN), "stranger");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/issue/0/expression/0").asText()).endsWith("provider");
    }

    @Test
    void whatAnUpdateNoLongerLabelsStaysRestricted() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        ObjectNode label = call.resource("ServiceRequest").putObject("meta");
        label.putArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                .put("code", "R");
        submit(call, "clinic");
        PasCall update = call.update("2.2.1", claim -> {});
        update.resource("ServiceRequest").remove("meta");
        assertThat(submit(update, "clinic").status()).isEqualTo(200);
        assertThat(found(inquire(call, "clinic"))).isEqualTo(1);
        assertThat(found(inquire(call, "hospital"))).isZero();
    }
}
