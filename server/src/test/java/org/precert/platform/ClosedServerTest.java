package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.TestClient;
import org.precert.testing.Http;
import org.precert.testing.ProductionServer;
import org.precert.testing.Samples;

/** Outside of the demo profile, strangers see no patient, no review and no invented payer. */
class ClosedServerTest {

    private static Http http;

    @BeforeAll
    static void start() {
        http = ProductionServer.http();
    }

    @Test
    void showsNoReview() {
        Http.Answer answer = call("order-sign/bcbsks-fep-refer.json");
        String id = answer.response()
                .body()
                .replaceAll("(?s).*\"coverage-assertion-id\",\"valueString\":\"([^\"]+)\".*", "$1");
        assertThat(id).hasSize(36);
        assertThat(http.get("/reviews/" + id).status()).isEqualTo(404);
    }

    @Test
    void servesNoInventedPayer() {
        Http.Answer answer = call("order-sign/example-criteria-unknown.json");
        assertThat(answer.json().path("systemActions")).isEmpty();
        assertThat(http.get("/policies/example-ketamine-infusion").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Organization", "Patient", "Coverage", "CodeSystem", "Patient/bcbsks-fep-refer"})
    void readsNothingToStrangers(String path) {
        http.awaitStore();
        assertThat(http.get("/fhir/" + path).status()).isEqualTo(401);
        assertThat(http.get("/fhir/metadata").status()).isEqualTo(200);
    }

    @Test
    void answersNoStranger() {
        String call = Samples.text("order-sign/bcbsks-fep-refer.json");
        Http.Answer answer = http.send("POST", "/cds-services/order-sign", call);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().body()).isEmpty();
        assertThat(http.get("/cds-services").status()).isEqualTo(200);
    }

    private static Http.Answer call(String sample) {
        String path = "/cds-services/order-sign";
        return http.send("POST", path, Samples.text(sample), TestClient.authorization(path, Instant.now()));
    }
}
