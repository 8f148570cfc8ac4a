package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bad input gets a clear error, never a stack trace and never a 500; none of it reaches the log. */
@DemoServer
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGN = "/cds-services/order-sign";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("malformed JSON", 400, "", raw("{\"hook\": \"order-sign\", ")),
                Arguments.of("a key twice", 400, "", raw("{\"hook\":\"order-sign\",\"hook\":\"order-sign\"}")),
                Arguments.of("something behind the end", 400, "", raw(sample().toString() + "{}")),
                Arguments.of("an empty body", 400, "", raw("")),
                Arguments.of("an array", 400, "", raw("[]")),
                Arguments.of("another hook", 422, "hook", changed(call -> call.put("hook", "patient-view"))),
                Arguments.of("no hook", 422, "hook", changed(call -> call.remove("hook"))),
                Arguments.of("no hook instance", 422, "hookInstance", changed(call -> call.remove("hookInstance"))),
                Arguments.of("no context", 422, "context", changed(call -> call.remove("context"))),
                Arguments.of("a context that is a word", 422, "context", changed(call -> call.put("context", "x"))),
                Arguments.of("no user", 422, "context.userId", context(context -> context.remove("userId"))),
                Arguments.of("no patient", 422, "context.patientId", context(context -> context.remove("patientId"))),
                Arguments.of("no draft orders", 422, "context.draftOrders", context(c -> c.remove("draftOrders"))),
                Arguments.of(
                        "draft orders that are no Bundle",
                        422,
                        "context.draftOrders",
                        context(c -> c.putObject("draftOrders").put("resourceType", "Patient"))),
                Arguments.of(
                        "an entry without resource",
                        422,
                        "context.draftOrders.entry[0].resource",
                        orders(entry -> entry.remove("resource"))),
                Arguments.of(
                        "an order without id",
                        422,
                        "context.draftOrders.entry[0].resource.id",
                        order(order -> order.remove("id"))),
                Arguments.of(
                        "an order whose id is no id",
                        422,
                        "context.draftOrders.entry[0].resource.id",
                        order(order -> order.put("id", "a/b"))),
                Arguments.of(
                        "an id of 600 characters",
                        422,
                        "context.draftOrders.entry[0].resource.id",
                        order(order -> order.put("id", "x".repeat(600)))),
                Arguments.of(
                        "a number with a million digits",
                        400,
                        "",
                        raw(sample().toString().replace("0.5", "1E999999"))),
                Arguments.of("four hundred orders", 422, "context.draftOrders.entry", context(context -> {
                    for (int i = 0; i < 400; i++) {
                        ((ObjectNode) context.path("draftOrders"))
                                .withArray("entry")
                                .addObject();
                    }
                })),
                Arguments.of(
                        "a coverage that can not be cited",
                        422,
                        "prefetch.coverage",
                        changed(call ->
                                ((ObjectNode) call.at("/prefetch/coverage/entry/0/resource")).put("id", "a/b"))),
                Arguments.of("a search for coverage that failed", 412, "prefetch.coverage", changed(call -> {
                    ObjectNode bundle = ((ObjectNode) call.path("prefetch"))
                            .putObject("coverage")
                            .put("resourceType", "Bundle");
                    bundle.putArray("entry").addObject().putObject("resource").put("resourceType", "OperationOutcome");
                })),
                Arguments.of(
                        "an order of another patient",
                        422,
                        "context.draftOrders.entry[0].resource.subject",
                        order(order -> order.putObject("subject").put("reference", "Patient/somebody-else"))),
                Arguments.of(
                        "an order that is no FHIR",
                        422,
                        "ServiceRequest/bcbsks-investigational-pain-infusion",
                        order(order -> order.put("status", "no-such-status"))),
                Arguments.of(
                        "a prefetch that is an array", 422, "prefetch", changed(call -> call.putArray("prefetch"))),
                Arguments.of(
                        "a FHIR server that is no URL",
                        422,
                        "fhirServer",
                        changed(call -> call.put("fhirServer", "not a url"))),
                Arguments.of(
                        "neither coverage nor a way to get it",
                        412,
                        "prefetch.coverage",
                        changed(call -> call.remove("prefetch"))),
                Arguments.of(
                        "deep nesting", 400, "", raw("{\"hook\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWithAnOutcome(String what, int status, String path, String body) {
        Http.Answer answer = http.send("POST", SIGN, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.json().at("/issue/0/details/text").asText()).isNotBlank();
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo(path);
        assertThat(answer.response().body())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("jackson");
    }

    @Test
    void knowsNoServiceThatIsNotThere() {
        assertThat(http.send("POST", "/cds-services/patient-view", sample().toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesNoOtherMethod() {
        assertThat(http.send("PUT", SIGN, sample().toString()).status()).isEqualTo(405);
    }

    @Test
    void refusesTenMegabytes() {
        Http.Answer answer = http.send("POST", SIGN, changed(call -> call.put("note", "x".repeat(10_000_000))));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                Arguments.of(
                        "unknown elements",
                        changed(call -> call.putObject("unheard").put("of", 1))),
                Arguments.of(
                        "unknown extensions",
                        changed(call -> call.putObject("extension")
                                .putObject("com.example")
                                .put("x", "y"))),
                Arguments.of(
                        "a patient with its type",
                        context(context -> context.put("patientId", "Patient/bcbsks-investigational-pain"))),
                Arguments.of(
                        "null as prefetch of conditions",
                        changed(call -> ((ObjectNode) call.path("prefetch")).putNull("conditions"))),
                Arguments.of(
                        "an outcome as prefetch",
                        changed(call -> ((ObjectNode) call.path("prefetch"))
                                .putObject("conditions")
                                .put("resourceType", "OperationOutcome"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void answersAllTheSame(String what, String body) {
        Http.Answer answer = http.send("POST", SIGN, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("systemActions")).hasSize(2);
    }

    static Stream<Arguments> leftAlone() {
        return Stream.of(
                Arguments.of("a Task", order(order -> order.put("resourceType", "Task"))),
                Arguments.of("what is not to be done", order(order -> order.put("doNotPerform", true))),
                Arguments.of("what was revoked", order(order -> order.put("status", "revoked"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leftAlone")
    void leavesAloneWhatIsNoOrder(String what, String body) {
        Http.Answer answer = http.send("POST", SIGN, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("systemActions")).hasSize(1);
    }

    @Test
    void doesNotAnswerByTheCoverageOfSomebodyElse() {
        Http.Answer answer = http.send(
                "POST",
                SIGN,
                changed(call -> ((ObjectNode) call.at("/prefetch/coverage/entry/0/resource/beneficiary"))
                        .put("reference", "Patient/other")));
        assertThat(answer.json().path("systemActions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025, coverage-not-in-force",
        "2026-05, coverage-not-in-force",
        "2026-06, investigational",
        "2026, investigational"
    })
    void readsPeriodsThatNameAMonthOrAYear(String end, String determination) {
        Http.Answer answer = http.send(
                "POST",
                SIGN,
                changed(call -> ((ObjectNode) call.at("/prefetch/coverage/entry/0/resource"))
                        .putObject("period")
                        .put("end", end)));
        assertThat(answer.json().path("systemActions").toString()).contains('"' + determination + '"');
    }

    @Test
    void saysNothingWhereNothingIsOrdered() {
        Http.Answer answer = http.send(
                "POST", SIGN, context(context -> ((ObjectNode) context.path("draftOrders")).putArray("entry")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo("{\"cards\":[],\"systemActions\":[]}");
    }

    @Test
    void saysThatThereIsNoCoverage() {
        Http.Answer answer = http.send(
                "POST",
                SIGN,
                changed(call -> ((ObjectNode) call.path("prefetch"))
                        .putObject("coverage")
                        .put("resourceType", "Bundle")
                        .put("type", "searchset")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("systemActions")).isEmpty();
        assertThat(answer.json().at("/cards/0/summary").asText()).contains("No coverage");
    }

    @Test
    void keepsPatientsOutOfTheLog(CapturedOutput log) {
        for (int status : new int[] {422, 422, 200}) {
            Http.Answer answer = http.send("POST", SIGN, order(order -> {
                order.put("patientInstruction", "CANARY-INSTRUCTION");
                order.putArray("note").addObject().put("text", "CANARY-NOTE");
                if (status == 422) {
                    order.put("status", "CANARY-STATUS");
                }
            }));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.response().body().contains("CANARY")).isEqualTo(status == 200);
        }
        assertThat(log.getAll()).doesNotContain("CANARY");
    }

    private static ObjectNode sample() {
        try {
            return (ObjectNode) JSON.readTree(Samples.text("order-sign/bcbsks-investigational-pain.json"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String raw(String body) {
        return body;
    }

    private static String changed(Consumer<ObjectNode> change) {
        ObjectNode call = sample();
        change.accept(call);
        return call.toString();
    }

    private static String context(Consumer<ObjectNode> change) {
        return changed(call -> change.accept((ObjectNode) call.path("context")));
    }

    private static String orders(Consumer<ObjectNode> change) {
        return context(context -> change.accept((ObjectNode) context.at("/draftOrders/entry/0")));
    }

    private static String order(Consumer<ObjectNode> change) {
        return orders(entry -> change.accept((ObjectNode) entry.path("resource")));
    }
}
