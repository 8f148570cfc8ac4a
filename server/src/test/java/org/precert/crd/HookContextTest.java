package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The contexts of the hooks without draft orders, in both spellings, and what is wrong with others. */
@DemoServer
class HookContextTest {

    private static final String DISPATCH = "order-dispatch/bcbsks-investigational-pain";
    private static final String BOOK = "appointment-book/bcbsks-investigational-pain";
    private static final String START = "encounter-start/bcbsks-investigational-pain";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void answersForOneOrderInTheSpellingOf201() {
        assertThat(Call.of(DISPATCH).send(http).json().path("systemActions")).hasSize(1);
    }

    @Test
    void answersForEachOrderInTheSpellingOf22() {
        Call call = Call.of("order-dispatch/medica-medicare-primary-authorization-required");
        int orders = call.body().at("/context/dispatchedOrders").size();
        assertThat(call.send(http).json().path("systemActions")).hasSize(orders);
    }

    @ParameterizedTest
    @ValueSource(strings = {START, "encounter-discharge/bcbsri-commercial-not-medically-necessary"})
    void asksForNoDocumentsAtAVisit(String sample) {
        var answer = Call.of(sample).send(http).json();
        assertThat(answer.at("/systemActions/0/resource/resourceType").asText()).isEqualTo("Encounter");
        assertThat(Call.information(answer)).allSatisfy(information -> {
            assertThat(Call.codes(information, "doc-needed")).isEmpty();
            assertThat(Call.part(information, "questionnaire").isMissingNode()).isTrue();
        });
    }

    @Test
    void isSilentAtAVisitWithoutAnOrder() {
        var answer = Call.of("encounter-start/visit-without-order").send(http).json();
        assertThat(answer.path("cards")).isEmpty();
        assertThat(answer.path("systemActions")).isEmpty();
    }

    @Test
    void isSilentAtAVisitThatCanNotBeRead() {
        Call call = Call.of(START);
        call.prefetch().remove("encounter");
        Http.Answer answer = call.send(http);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("cards")).isEmpty();
    }

    @Test
    void isSilentWhileTheOrderNamesNothing() {
        Call call = Call.of("order-select/bcbsks-investigational-pain");
        for (String type : new String[] {"ServiceRequest", "MedicationRequest"}) {
            call.order(type).remove("code");
            call.order(type).remove("medicationCodeableConcept");
        }
        call.order("MedicationRequest")
                .putObject("medicationCodeableConcept")
                .putArray("coding")
                .addObject();
        var answer = call.send(http).json();
        assertThat(answer.path("cards")).isEmpty();
        assertThat(answer.path("systemActions")).isEmpty();
    }

    @Test
    void ignoresElementsThatItDoesNotKnow() {
        assertThat(Call.of(DISPATCH)
                        .with(call -> ((ObjectNode) call.path("context")).put("weather", "fair"))
                        .send(http)
                        .status())
                .isEqualTo(200);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(DISPATCH, "no order", "context.order", context -> context.remove("order")),
                refused(
                        DISPATCH,
                        "an order that is no reference",
                        "context.order",
                        context -> context.put("order", "17")),
                refused(DISPATCH, "an order of the wrong type", "context.order", context -> context.putObject("order")),
                refused(
                        DISPATCH,
                        "orders that are no list",
                        "context.dispatchedOrders",
                        context -> context.put("dispatchedOrders", "ServiceRequest/1")),
                refused(
                        DISPATCH,
                        "an order among others that is no reference",
                        "context.dispatchedOrders[0]",
                        context -> context.putArray("dispatchedOrders").add(7)),
                refused(DISPATCH, "no performer", "context.performer", context -> context.remove("performer")),
                refused(DISPATCH, "no patient", "context.patientId", context -> context.remove("patientId")),
                refused(BOOK, "no appointments", "context.appointments", context -> context.remove("appointments")),
                refused(BOOK, "no user", "context.userId", context -> context.remove("userId")),
                refused(
                        BOOK,
                        "appointments that are no Bundle",
                        "context.appointments",
                        context -> context.putObject("appointments").put("resourceType", "Appointment")),
                refused(START, "no encounter", "context.encounterId", context -> context.remove("encounterId")),
                refused(START, "no user", "context.userId", context -> context.remove("userId")));
    }

    private static Arguments refused(String sample, String what, String path, Consumer<ObjectNode> change) {
        return Arguments.of(sample, what, path, change);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void refusesWithThePlace(String sample, String what, String path, Consumer<ObjectNode> change) {
        for (String version : new String[] {"2.0", "2.2"}) {
            Http.Answer answer = Call.of(sample)
                    .version(version)
                    .with(call -> change.accept((ObjectNode) call.path("context")))
                    .send(http);
            // The versions of the guide differ in what is a bad request.
            assertThat(answer.status()).as(what).isEqualTo(version.equals("2.0") ? 422 : 400);
            assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo(path);
        }
    }

    @Test
    void refusesTheAppointmentOfSomebodyElse() {
        Call call = Call.of(BOOK);
        ((ObjectNode) call.body().at("/context/appointments/entry/0/resource/participant/0/actor"))
                .put("reference", "Patient/other");
        assertThat(call.send(http).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {DISPATCH, START})
    void refusesWhatItFindsToBeSomebodyElses(String sample) {
        Call call = Call.of(sample);
        call.prefetch()
                .findParents("subject")
                .forEach(each -> ((ObjectNode) each.path("subject")).put("reference", "Patient/other"));
        assertThat(call.send(http).status()).isEqualTo(422);
    }
}
