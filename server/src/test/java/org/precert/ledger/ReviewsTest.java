package org.precert.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is kept tells why. */
@DemoServer
class ReviewsTest {

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void tellsTheWayFromStatementToEvidence() {
        JsonNode review = review("bcbsks-investigational-pain");
        JsonNode statement = find(review.path("statements"), "id", "A");
        assertThat(statement.path("value").asText()).isEqualTo("yes");
        assertThat(statement.path("locator").asText()).isNotBlank();
        JsonNode drug = find(statement.path("facts"), "id", "drug");
        assertThat(drug.path("define").asText()).isNotBlank();
        assertThat(drug.at("/evidence/0/resource").asText()).startsWith("MedicationRequest/");
        assertThat(drug.at("/evidence/0/code").asText()).isEqualTo("238082");
    }

    @Test
    void saysByWhichVersionItWasDecided() {
        JsonNode review = review("bcbsks-investigational-pain");
        assertThat(review.at("/policy/id").asText()).isEqualTo("bcbsks-iv-anesthetics");
        assertThat(review.at("/policy/contentHash").asText()).hasSize(64);
        assertThat(review.at("/policy/documentSha256").asText()).hasSize(64);
        assertThat(review.path("engine").asText()).startsWith("cql-engine ");
    }

    @Test
    void saysWhatWouldChangeTheAnswer() {
        assertThat(review("bcbsks-investigational-pain").path("whatWouldChangeTheAnswer"))
                .anySatisfy(change -> {
                    assertThat(change.path("statement").asText()).isEqualTo("A");
                    assertThat(change.path("fact").asText()).isEqualTo("route");
                });
        assertThat(review("bcbsks-information-needed").path("whatWouldChangeTheAnswer"))
                .anySatisfy(change -> {
                    assertThat(change.path("fact").asText()).isEqualTo("drug");
                    assertThat(change.path("is").asText()).isEqualTo("unknown");
                });
    }

    @Test
    void keepsTheTraceOfTheDefines() {
        assertThat(review("bcbsks-investigational-pain").path("trace")).anySatisfy(define -> {
            assertThat(define.path("define").asText()).startsWith("BcbsksIntravenousAnesthetics.");
            assertThat(define.path("value").asText()).isEqualTo("true");
            assertThat(define.path("below")).isNotEmpty();
        });
    }

    @Test
    void knowsNoReviewThatWasNotMade() {
        assertThat(http.get("/reviews/none").status()).isEqualTo(404);
    }

    private JsonNode review(String sample) {
        Http.Answer answer =
                http.send("POST", "/cds-services/order-sign", Samples.text("order-sign/" + sample + ".json"));
        JsonNode parts = answer.json().at("/systemActions/0/resource/extension/0/extension");
        String id =
                find(parts, "url", "coverage-assertion-id").path("valueString").asText();
        return http.get("/reviews/" + id).json();
    }

    private static JsonNode find(JsonNode list, String key, String value) {
        for (JsonNode each : list) {
            if (each.path(key).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("No " + key + " " + value + " in " + list);
    }
}
