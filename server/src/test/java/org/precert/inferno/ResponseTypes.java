package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * How the kit tells by its content what kind of response a card or an action is. Empty arrays deceive it: without any
 * link, all links are absolute; without any suggestion, all suggestions create orders.
 */
final class ResponseTypes {

    static final String COVERAGE_INFORMATION =
            "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";

    private static final Set<String> ADDITIONAL = Set.of(
            "CommunicationRequest",
            "Device",
            "DeviceRequest",
            "Medication",
            "MedicationRequest",
            "NutritionOrder",
            "ServiceRequest",
            "VisionPrescription");
    private static final Set<String> ALTERNATE = Set.of(
            "Device",
            "DeviceRequest",
            "Encounter",
            "Medication",
            "MedicationRequest",
            "NutritionOrder",
            "ServiceRequest",
            "VisionPrescription");

    private ResponseTypes() {}

    static boolean isExternalReference(JsonNode card) {
        return has(card, "links") && all(card.path("links"), link -> is(link, "type", "absolute"));
    }

    static boolean isSmartLaunch(JsonNode card) {
        return has(card, "links") && all(card.path("links"), link -> is(link, "type", "smart"));
    }

    static boolean isInstructions(JsonNode card) {
        return Blank.isBlank(card.path("links")) && Blank.isBlank(card.path("suggestions"));
    }

    static boolean isCoverageInformation(JsonNode action) {
        return any(action.path("resource").path("extension"), extension -> is(extension, "url", COVERAGE_INFORMATION));
    }

    static boolean isAdditionalOrders(JsonNode card) {
        return has(card, "suggestions")
                && all(
                        card.path("suggestions"),
                        suggestion -> has(suggestion, "actions")
                                && all(suggestion.path("actions"), action -> does(action, "create", ADDITIONAL)));
    }

    static boolean isAlternateRequest(JsonNode card) {
        return any(card.path("suggestions"), suggestion -> {
            JsonNode actions = suggestion.path("actions");
            return any(actions, action -> does(action, "update", ALTERNATE))
                    || (any(actions, action -> does(action, "delete", ALTERNATE))
                            && any(actions, action -> does(action, "create", ALTERNATE)));
        });
    }

    static boolean isFormCompletion(JsonNode card) {
        return has(card, "suggestions")
                && all(
                        card.path("suggestions"),
                        suggestion -> count(suggestion.path("actions"), ResponseTypes::asksForForm) == 1);
    }

    /** The kit counts the actions of each suggestion, and falls over those that have none. */
    static boolean endsTheFormTest(JsonNode card) {
        return any(card.path("suggestions"), suggestion -> Blank.isAbsent(suggestion.path("actions")));
    }

    /** The type of the input must be told by its text, and the canonical must do without a version. */
    static boolean asksForForm(JsonNode action) {
        return does(action, "create", Set.of("Task"))
                && any(
                        action.path("resource").path("code").path("coding"),
                        coding -> is(coding, "code", "complete-questionnaire"))
                && any(
                        action.path("resource").path("input"),
                        input -> is(input.path("type"), "text", "questionnaire")
                                && Kind.URL.fits(input.path("valueCanonical")));
    }

    static boolean isCoverageChange(JsonNode card) {
        return card.path("suggestions").size() == 1
                && count(card.path("suggestions").path(0).path("actions"), ResponseTypes::changesCoverage) == 1;
    }

    static boolean changesCoverage(JsonNode action) {
        return does(action, "create", Set.of("Coverage")) || does(action, "update", Set.of("Coverage"));
    }

    private static boolean does(JsonNode action, String type, Set<String> resources) {
        return is(action, "type", type) && resources.contains(Actions.resourceType(action));
    }

    private static boolean is(JsonNode object, String field, String value) {
        return object.path(field).asText().equals(value);
    }

    private static boolean has(JsonNode object, String field) {
        return object.path(field).isArray();
    }

    private static boolean all(JsonNode array, Predicate<JsonNode> test) {
        return StreamSupport.stream(array.spliterator(), false).allMatch(test);
    }

    private static boolean any(JsonNode array, Predicate<JsonNode> test) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(test);
    }

    private static long count(JsonNode array, Predicate<JsonNode> test) {
        return StreamSupport.stream(array.spliterator(), false).filter(test).count();
    }
}
