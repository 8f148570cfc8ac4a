package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A resource that the parser stumbles over is the caller's mistake, and is not quoted. */
@DemoServer
class UnreadableResourceTest {

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[1]", "[\"x\"]"})
    void refusesExtensionsThatAreNone(String extensions) {
        Http.Answer answer = call(order -> order.set("extension", Call.json(extensions)));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void repeatsNoIdThatIsNone() {
        Call call = Call.of("order-sign/bcbsks-investigational-pain").version("2.0");
        ObjectNode bundle = call.prefetch().putObject("conditions");
        bundle.put("resourceType", "Bundle").put("type", "searchset");
        bundle.putArray("entry")
                .addObject()
                .putObject("resource")
                .put("resourceType", "Condition")
                .put("id", "CANARY Jane Doe")
                .put("onsetDateTime", "CANARY")
                .putObject("subject")
                .put("reference", "Patient/bcbsks-investigational-pain");
        assertThat(call.send(http).response().body()).doesNotContain("CANARY");
    }

    private Http.Answer call(java.util.function.Consumer<ObjectNode> change) {
        Call call = Call.of("order-sign/bcbsks-investigational-pain").version("2.0");
        change.accept(call.order("ServiceRequest"));
        return call.send(http);
    }
}
