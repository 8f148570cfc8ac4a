package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * crd_service_response_validation: the fields that cards and system actions must have. What passes goes on to the later
 * tests; what fails does not.
 */
record ServiceResponse(List<JsonNode> cards, List<JsonNode> systemActions, List<String> errors) {

    static final String ID = "crd_service_response_validation";

    private static final Set<String> ACTING_HOOKS = Set.of("appointment-book", "order-sign", "order-dispatch");
    private static final Set<String> INDICATORS = Set.of("info", "warning", "critical");
    private static final int TOO_LONG = 140;

    static ServiceResponse of(String hook, List<JsonNode> answers) {
        List<JsonNode> cards = new ArrayList<>();
        List<JsonNode> actions = new ArrayList<>();
        Errors errors = new Errors();
        for (JsonNode answer : answers) {
            checkCards(answer.path("cards"), cards, errors);
            checkActions(hook, answer.path("systemActions"), actions, errors);
        }
        return new ServiceResponse(cards, actions, errors.messages());
    }

    private static void checkCards(JsonNode cards, List<JsonNode> valid, Errors errors) {
        if (!cards.isArray()) {
            errors.add("The response has no array `cards`");
            return;
        }
        for (JsonNode card : cards) {
            int before = errors.count();
            checkCard(card, errors);
            if (errors.count() == before) {
                valid.add(card);
            }
        }
    }

    private static void checkCard(JsonNode card, Errors errors) {
        errors.require(card, "summary", Kind.STRING, "Card");
        errors.require(card, "indicator", Kind.STRING, "Card");
        errors.require(card, "source", Kind.OBJECT, "Card");
        if (card.path("summary").asText().length() >= TOO_LONG) {
            errors.add("`summary` is over the 140-character limit: " + card.path("summary"));
        }
        if (card.path("indicator").isTextual()
                && !INDICATORS.contains(card.path("indicator").textValue())) {
            errors.add("`indicator` is " + card.path("indicator"));
        }
        if (card.path("source").isObject()) {
            errors.require(card.path("source"), "label", Kind.STRING, "Source");
            errors.require(card.path("source"), "topic", Kind.OBJECT, "Source");
        }
        JsonNode topic = card.path("source").path("topic");
        if (topic.isObject()) {
            errors.require(topic, "code", Kind.STRING, "Source topic");
            errors.require(topic, "system", Kind.STRING, "Source topic");
        }
    }

    private static void checkActions(String hook, JsonNode actions, List<JsonNode> valid, Errors errors) {
        if (actions.isMissingNode() || actions.isNull()) {
            if (ACTING_HOOKS.contains(hook)) {
                errors.add("The response has no `systemActions`, which " + hook + " must have");
            }
        } else if (!actions.isArray()) {
            errors.add("`systemActions` is not an array");
        }
        for (JsonNode action : actions) {
            int before = errors.count();
            Actions.check(action, errors);
            if (errors.count() == before) {
                valid.add(action);
            }
        }
    }
}
