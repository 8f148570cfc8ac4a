package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** crd_card_optional_fields_validation: what a card may have, if it has it, is right. Cards that pass go on. */
record CardDetails(List<JsonNode> cards, List<String> errors) {

    static final String ID = "crd_card_optional_fields_validation";

    private static final Map<String, Kind> POSSIBLE = Map.of(
            "uuid", Kind.STRING,
            "detail", Kind.STRING,
            "suggestions", Kind.ARRAY,
            "overrideReasons", Kind.ARRAY,
            "links", Kind.ARRAY);

    static CardDetails of(List<JsonNode> cards) {
        List<JsonNode> valid = new ArrayList<>();
        Errors errors = new Errors();
        for (JsonNode card : cards) {
            int before = errors.count();
            POSSIBLE.forEach((field, kind) -> errors.allow(card, field, kind, "Card"));
            checkSelectionBehavior(card, errors);
            checkOverrideReasons(card, errors);
            card.path("links").forEach(link -> checkLink(link, errors));
            card.path("suggestions").forEach(suggestion -> checkSuggestion(suggestion, errors));
            if (errors.count() == before) {
                valid.add(card);
            }
        }
        return new CardDetails(valid, errors.messages());
    }

    List<JsonNode> withLinks() {
        return cards.stream().filter(card -> card.path("links").isArray()).toList();
    }

    List<JsonNode> withSuggestions() {
        return cards.stream().filter(card -> card.path("suggestions").isArray()).toList();
    }

    private static void checkSelectionBehavior(JsonNode card, Errors errors) {
        if (!Blank.isBlank(card.path("suggestions"))
                && !Set.of("at-most-one", "any")
                        .contains(card.path("selectionBehavior").asText())) {
            errors.add("`selectionBehavior` must be at-most-one or any where there are suggestions, and is "
                    + card.path("selectionBehavior"));
        }
    }

    private static void checkOverrideReasons(JsonNode card, Errors errors) {
        for (JsonNode reason : card.path("overrideReasons")) {
            List.of("code", "system", "display")
                    .forEach(field -> errors.require(reason, field, Kind.STRING, "OverrideReason"));
        }
    }

    private static void checkLink(JsonNode link, Errors errors) {
        errors.require(link, "label", Kind.STRING, "Link");
        errors.require(link, "type", Kind.STRING, "Link");
        errors.require(link, "url", Kind.URL, "Link");
        String type = link.path("type").asText();
        if (!Set.of("absolute", "smart").contains(type)) {
            errors.add("`Link.type` must be absolute or smart, and is " + link.path("type"));
        } else if (type.equals("absolute") && !Blank.isBlank(link.path("appContext"))) {
            errors.add("`appContext` is not valid for absolute links");
        }
    }

    private static void checkSuggestion(JsonNode suggestion, Errors errors) {
        errors.require(suggestion, "label", Kind.STRING, "Suggestion");
        JsonNode actions = suggestion.path("actions");
        if (!Blank.isAbsent(actions) && (!actions.isArray() || actions.isEmpty())) {
            errors.add("Suggestion `actions` must be an array that is not empty");
        }
        actions.forEach(action -> Actions.check(action, errors));
    }
}
