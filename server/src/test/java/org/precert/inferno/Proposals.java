package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What cards propose to do: alternate and additional orders, forms, coverage. */
final class Proposals {

    static final String ALTERNATE = "crd_propose_alternate_request_card_validation";
    static final String ADDITIONAL = "crd_additional_orders_card_validation";
    static final String FORM = "crd_request_form_completion_response_validation";
    static final String COVERAGE = "crd_create_or_update_coverage_info_response_validation";

    private final Profiles profiles;

    Proposals(Profiles profiles) {
        this.profiles = profiles;
    }

    /** @param drafts Type/id of the draft orders of the calls: none other may be updated or deleted */
    List<String> alternateErrors(List<JsonNode> cards, Set<String> drafts) {
        Errors errors = new Errors();
        for (JsonNode suggestion : suggestions(cards, ResponseTypes::isAlternateRequest)) {
            List<JsonNode> actions = actions(suggestion);
            checkResources(actions, errors);
            actions.forEach(action -> checkTarget(action, actions, drafts, errors));
        }
        return errors.messages();
    }

    List<String> additionalErrors(List<JsonNode> cards) {
        Errors errors = new Errors();
        suggestions(cards, ResponseTypes::isAdditionalOrders)
                .forEach(suggestion -> checkResources(actions(suggestion), errors));
        return errors.messages();
    }

    List<String> formErrors(List<JsonNode> cards, List<JsonNode> systemActions) {
        if (cards.stream().anyMatch(ResponseTypes::endsTheFormTest)) {
            return List.of("A suggestion without `actions` ends this test of the kit in an error");
        }
        return errors(cards, systemActions, ResponseTypes::isFormCompletion, ResponseTypes::asksForForm);
    }

    List<String> coverageErrors(List<JsonNode> cards, List<JsonNode> systemActions) {
        return errors(cards, systemActions, ResponseTypes::isCoverageChange, ResponseTypes::changesCoverage);
    }

    private List<String> errors(
            List<JsonNode> cards,
            List<JsonNode> systemActions,
            Predicate<JsonNode> cardType,
            Predicate<JsonNode> actionType) {
        Errors errors = new Errors();
        Stream<JsonNode> suggested =
                suggestions(cards, cardType).stream().flatMap(suggestion -> actions(suggestion).stream());
        checkResources(
                Stream.concat(systemActions.stream(), suggested)
                        .filter(actionType)
                        .toList(),
                errors);
        return errors.messages();
    }

    private void checkResources(List<JsonNode> actions, Errors errors) {
        actions.stream()
                .filter(action -> !action.path("type").asText().equals("delete"))
                .forEach(action -> errors.addAll(profiles.errors(action.path("resource"))));
    }

    private static void checkTarget(JsonNode action, List<JsonNode> all, Set<String> drafts, Errors errors) {
        String type = action.path("type").asText();
        JsonNode resource = action.path("resource");
        String target = type.equals("delete")
                ? action.path("resourceId").asText()
                : resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText();
        if (!type.equals("create") && !drafts.contains(target)) {
            errors.add(target + " is not in `draftOrders`, and can not be changed");
        } else if (type.equals("delete") && !created(all).contains(Actions.resourceType(action))) {
            errors.add("There is no `create` action for the order being deleted: " + target);
        }
    }

    private static Set<String> created(List<JsonNode> actions) {
        Set<String> types = new HashSet<>();
        actions.stream()
                .filter(action -> action.path("type").asText().equals("create"))
                .forEach(action -> types.add(Actions.resourceType(action)));
        return types;
    }

    private static List<JsonNode> suggestions(List<JsonNode> cards, Predicate<JsonNode> type) {
        List<JsonNode> suggestions = new ArrayList<>();
        cards.stream().filter(type).forEach(card -> card.path("suggestions").forEach(suggestions::add));
        return suggestions;
    }

    private static List<JsonNode> actions(JsonNode suggestion) {
        return StreamSupport.stream(suggestion.path("actions").spliterator(), false)
                .toList();
    }
}
