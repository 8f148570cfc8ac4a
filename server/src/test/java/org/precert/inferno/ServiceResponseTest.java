package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.inferno.Example.array;
import static org.precert.inferno.Example.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceResponseTest {

    @Test
    void findsNothingWrongWithARightAnswer() {
        ServiceResponse response = ServiceResponse.of("order-sign", List.of(Example.answer()));
        assertThat(response.errors()).isEmpty();
        assertThat(response.cards()).hasSize(2);
        assertThat(response.systemActions()).hasSize(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no cards", "no array `cards`", answer -> answer.remove("cards")),
                fault("cards that are none", "no array `cards`", answer -> answer.put("cards", "none")),
                fault(
                        "no summary",
                        "`summary`",
                        answer -> object(answer, "/cards/0").remove("summary")),
                fault(
                        "an empty summary",
                        "should not be empty",
                        answer -> object(answer, "/cards/0").put("summary", " ")),
                fault(
                        "a summary of 140 characters",
                        "140-character",
                        answer -> object(answer, "/cards/0").put("summary", "x".repeat(140))),
                fault(
                        "an indicator of its own",
                        "`indicator` is",
                        answer -> object(answer, "/cards/0").put("indicator", "danger")),
                fault(
                        "no source",
                        "`source`",
                        answer -> object(answer, "/cards/0").remove("source")),
                fault(
                        "no label",
                        "`label`",
                        answer -> object(answer, "/cards/0/source").remove("label")),
                fault(
                        "no topic",
                        "`topic`",
                        answer -> object(answer, "/cards/0/source").remove("topic")),
                fault(
                        "a topic without system",
                        "`system`",
                        answer -> object(answer, "/cards/0/source/topic").remove("system")),
                fault("no system actions", "no `systemActions`", answer -> answer.remove("systemActions")),
                fault("system actions that are none", "not an array", answer -> answer.putObject("systemActions")),
                fault(
                        "no description",
                        "`description`",
                        answer -> object(answer, "/systemActions/0").remove("description")),
                fault(
                        "no resource",
                        "`Action.resource`",
                        answer -> object(answer, "/systemActions/0").remove("resource")),
                fault(
                        "a resource that is none",
                        "FHIR resource",
                        answer -> object(answer, "/systemActions/0/resource").put("resourceType", "Order")),
                fault(
                        "an action of its own",
                        "is not allowed",
                        answer -> object(answer, "/systemActions/0").put("type", "annotate")),
                fault(
                        "an array as resourceId",
                        "not of type STRING",
                        answer -> array(answer, "/systemActions")
                                .addObject()
                                .put("type", "delete")
                                .put("description", "Not this")
                                .putArray("resourceId")
                                .add("ServiceRequest/1")),
                fault(
                        "a resourceId without type",
                        "Expected `{resourceType}/{id}`",
                        answer -> array(answer, "/systemActions")
                                .addObject()
                                .put("type", "delete")
                                .put("description", "Not this")
                                .put("resourceId", "1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void finds(String what, String error, Consumer<ObjectNode> how) {
        ObjectNode answer = Example.spoilt(Example.answer(), how);
        assertThat(ServiceResponse.of("order-sign", List.of(answer)).errors()).anyMatch(said -> said.contains(error));
    }

    @Test
    void lets139CharactersPass() {
        ObjectNode answer = Example.answer();
        object(answer, "/cards/0").put("summary", "x".repeat(139));
        assertThat(ServiceResponse.of("order-sign", List.of(answer)).errors()).isEmpty();
    }

    @Test
    void asksSecondaryHooksForNoSystemActions() {
        ObjectNode answer = Example.answer();
        answer.remove("systemActions");
        assertThat(ServiceResponse.of("encounter-start", List.of(answer)).errors())
                .isEmpty();
    }

    @Test
    void passesOnlyRightCardsOn() {
        ObjectNode answer = Example.answer();
        object(answer, "/cards/0").remove("summary");
        assertThat(ServiceResponse.of("order-sign", List.of(answer)).cards()).hasSize(1);
    }

    private static Arguments fault(String what, String error, Consumer<ObjectNode> how) {
        return Arguments.of(what, error, how);
    }
}
