package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.requirements.Door.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused, and how. */
@DemoServer
class ErrorRequirementsTest {

    private static final String ORDER = "/context/draftOrders/entry/0/resource";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("no JSON", 400, "{\"hook\":"),
                Arguments.of("no hook", 400, changed(call -> call.remove("hook"))),
                Arguments.of("no context", 400, changed(call -> call.remove("context"))),
                Arguments.of(
                        "no patient",
                        400,
                        changed(call -> object(call, "/context").remove("patientId"))),
                Arguments.of(
                        "an order without type",
                        400,
                        changed(call -> object(call, ORDER).remove("resourceType"))),
                Arguments.of(
                        "an order that is no FHIR",
                        400,
                        changed(call -> object(call, ORDER).put("status", "no-such-status"))),
                Arguments.of(
                        "an order of another patient",
                        422,
                        changed(call -> object(call, ORDER + "/subject").put("reference", "Patient/somebody-else"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    @Requirement({"hook-9", "hook-10", "hook-13"})
    void refusesWithStatusAndOutcome(String what, int status, String body) {
        Http.Answer answer = http.send("POST", "/cds-services/order-sign", body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertOutcome(answer);
    }

    static Stream<Arguments> coverages() {
        return Stream.of(
                Arguments.of("a payer that is not served here", changed(ErrorRequirementsTest::ofAnotherPayer)),
                Arguments.of("a payer without identifier", changed(call -> {
                    object(call, "/prefetch/coverage/entry/0/resource/payor/0").removeAll();
                    object(call, "/prefetch/coverage/entry/0/resource/payor/0").put("display", "Some payer");
                })),
                Arguments.of(
                        "no coverage at all",
                        changed(call -> ((ArrayNode) call.at("/prefetch/coverage/entry")).removeAll())));
    }

    /** 2.2 alone: a client of 2.0.1 gets an answer that says so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("coverages")
    @Requirement({"hook-13", "hook-10"})
    void refusesACoverageThatNamesNoPayerOfThisServer(String what, String body) {
        Http.Answer answer = http.send("POST", "/cds-services/order-sign", body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertOutcome(answer);
    }

    @Test
    @Requirement("hook-9")
    void knowsNoOtherService() {
        Http.Answer answer = http.send("POST", "/cds-services/patient-view", changed(call -> {}));
        assertThat(answer.status()).isEqualTo(404);
    }

    private static void ofAnotherPayer(ObjectNode call) {
        object(call, "/prefetch/coverage/entry/0/resource/payor/0/identifier").put("value", "somebody-else");
        object(call, "/prefetch/organizations/entry/0/resource/identifier/0").put("value", "somebody-else");
    }

    private static void assertOutcome(Http.Answer answer) {
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.json().at("/issue/0/severity").asText()).isEqualTo("error");
        assertThat(answer.json().at("/issue/0/details/text").asText()).isNotBlank();
    }

    private static String changed(Consumer<ObjectNode> change) {
        return Door.changed(Guide.V2_2.call("order-sign", Given.SAMPLE), change).toString();
    }
}
