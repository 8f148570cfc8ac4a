package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.conformance.ProfileValidator;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the policy gives cause, a change is proposed that the clinician can take over. */
@DemoServer
class ProposalsTest {

    private static final String LIDOCAINE = "order-sign/bcbsks-ended-lidocaine-code";

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void offersTheCodesThatTookThePlaceOfAnEndedOne() {
        List<JsonNode> suggestions = suggestions(Call.of(LIDOCAINE), "claim");
        assertThat(suggestions)
                .isNotEmpty()
                .allSatisfy(suggestion -> assertThat(suggestion.path("actions")).hasSize(1));
        assertThat(suggestions.toString()).contains("\"J2003\"");
        assertThat(suggestions.get(0).at("/actions/0/type").asText()).isEqualTo("update");
        assertThat(suggestions.get(0).at("/actions/0/resource/code/coding").toString())
                .doesNotContain("J2001");
    }

    @Test
    void offersNoCodeThatCountsInAnotherUnitWhereTheOrderStatesAQuantity() {
        Call call = Call.of(LIDOCAINE);
        call.body()
                .at("/context/draftOrders/entry")
                .forEach(entry -> ((ObjectNode) entry.path("resource"))
                        .putObject("quantityQuantity")
                        .put("value", 20));
        assertThat(suggestions(call, "claim").toString()).doesNotContain("J2003");
    }

    @Test
    void offersTheProblemsOfTheChartAsTheMissingReason() {
        Call call = Call.of("order-sign/bcbsks-no-indication-information-needed");
        List<JsonNode> suggestions = suggestions(call, "coverage-info");
        assertThat(suggestions).isNotEmpty();
        JsonNode order = suggestions.get(0).at("/actions/0/resource");
        assertThat(order.at("/reasonCode/0/coding/0/code").asText()).isNotBlank();
        assertThat(order.at("/reasonReference/0/reference").asText()).startsWith("Condition/");
        assertThat(order.path("extension").isMissingNode()).isTrue();
    }

    @Test
    void answersTheOrderThatTookTheProposal() {
        Call call = Call.of("order-sign/bcbsks-no-indication-information-needed");
        for (JsonNode suggestion : suggestions(call, "coverage-info")) {
            ObjectNode taken = (ObjectNode) suggestion.at("/actions/0/resource");
            ObjectNode order = call.order(taken.path("resourceType").asText());
            order.removeAll();
            order.setAll(taken);
        }
        assertThat(call.send(http).response().body())
                .contains("\"investigational\"")
                .doesNotContain("\"information-needed\"");
    }

    @Test
    void offersAnotherOrderInPlaceOfTheOneThatIsNotCovered() {
        List<JsonNode> suggestions = suggestions(depression(), "therapy-alternatives-opt");
        assertThat(suggestions).isNotEmpty().allSatisfy(suggestion -> {
            assertThat(suggestion.at("/actions/0/type").asText()).isEqualTo("delete");
            assertThat(suggestion.at("/actions/0/resourceId").asText()).startsWith("ServiceRequest/");
            assertThat(suggestion.at("/actions/1/type").asText()).isEqualTo("create");
            assertThat(suggestion.at("/actions/1/resource/resourceType").asText())
                    .isEqualTo("ServiceRequest");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order-dispatch/bcbsks-investigational-pain", "appointment-book/bcbsks-investigational-pain"})
    void proposesNothingWhereThereAreNoDrafts(String sample) {
        assertThat(Call.of(sample).send(http).json().findValues("suggestions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    void proposesWhatTheProfilesAllow(String version) {
        ProfileValidator profiles = version.equals("2.0") ? ProfileValidator.stu2() : ProfileValidator.stu22();
        assumeTrue(profiles.isAvailable(), profiles.whyNot());
        for (Call call : List.of(
                Call.of(LIDOCAINE), Call.of("order-sign/bcbsks-no-indication-information-needed"), depression())) {
            Http.Answer answer = call.version(version).send(http);
            assertThat(answer.json().findValues("suggestions")).isNotEmpty();
            assertThat(profiles.errorsOfHookResponse(answer.response().body())).isEmpty();
        }
    }

    private static Call depression() {
        Call call = Call.of("order-sign/bcbsks-investigational-pain");
        for (String type : List.of("ServiceRequest", "MedicationRequest")) {
            ((ObjectNode) call.order(type).at("/reasonCode/0/coding/0"))
                    .put("code", "F33.2")
                    .remove("display");
        }
        return call;
    }

    @Test
    void leavesCodesOfOtherSystemsAndTheTextOfTheOrder() {
        Call call = Call.of(LIDOCAINE);
        call.body().at("/context/draftOrders/entry").forEach(entry -> {
            ObjectNode code = (ObjectNode) entry.at("/resource/code");
            code.put("text", "see pump protocol 7");
            code.withArray("coding").addObject().put("system", "urn:my:charges").put("code", "J2001");
        });
        assertThat(suggestions(call, "claim"))
                .isNotEmpty()
                .allSatisfy(suggestion -> assertThat(
                                suggestion.at("/actions/0/resource/code").toString())
                        .contains("see pump protocol 7", "{\"system\":\"urn:my:charges\",\"code\":\"J2001\"}"));
    }

    @Test
    void neverReplacesARouteThatTheOrderHas() {
        Call call = Call.of("order-sign/bcbsks-investigational-pain");
        call.order("MedicationRequest")
                .putArray("dosageInstruction")
                .addObject()
                .putObject("route")
                .put("text", "per nasal spray");
        for (JsonNode suggestion : suggestions(call, "coverage-info")) {
            JsonNode changed = suggestion.at("/actions/0/resource");
            assertThat(changed.path("resourceType").asText()).isNotEqualTo("MedicationRequest");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[\"x\"]", "{}", "7"})
    void survivesDosesThatAreNone(String doses) {
        Call call = Call.of("order-sign/bcbsks-investigational-pain");
        call.order("MedicationRequest").set("dosageInstruction", Call.json(doses));
        assertThat(call.send(http).status()).isIn(200, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIDOCAINE,
                "order-sign/bcbsks-no-indication-information-needed",
                "order-sign/bcbsks-information-needed"
            })
    void proposesOnOneCardForOneOrderAlone(String sample) {
        for (JsonNode card : Call.of(sample).send(http).json().path("cards")) {
            if (card.has("suggestions")) {
                assertThat(card.path("selectionBehavior").asText()).isEqualTo("at-most-one");
                assertThat(card.at("/extension/davinci-crd.associated-resource"))
                        .hasSize(1);
            }
        }
    }

    private List<JsonNode> suggestions(Call call, String topic) {
        return StreamSupport.stream(call.send(http).json().path("cards").spliterator(), false)
                .filter(card -> card.at("/source/topic/code").asText().equals(topic))
                .flatMap(card -> StreamSupport.stream(card.path("suggestions").spliterator(), false))
                .toList();
    }
}
