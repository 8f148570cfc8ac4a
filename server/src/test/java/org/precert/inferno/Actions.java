package org.precert.inferno;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The fields of one action, of a suggestion or of the system. */
final class Actions {

    private static final Set<String> FHIR_TYPES = FhirContext.forR4Cached().getResourceTypes();

    private Actions() {}

    static void check(JsonNode action, Errors errors) {
        errors.require(action, "type", Kind.STRING, "Action");
        errors.require(action, "description", Kind.STRING, "Action");
        switch (action.path("type").asText()) {
            case "create", "update" -> checkResource(action, errors);
            case "delete" -> {
                errors.require(action, "resourceId", Kind.STRING, "`delete` action");
                checkReference(action.path("resourceId"), "Action.resourceId", errors);
            }
            default -> errors.add("Action type " + action.path("type") + " is not allowed");
        }
    }

    static void checkReference(JsonNode reference, String field, Errors errors) {
        if (reference.isTextual() && !reference.textValue().matches("[^/]+/[^/].*")) {
            errors.add("Invalid `" + field + "` format. Expected `{resourceType}/{id}`, received " + reference);
        }
    }

    /** What the action makes or changes; of what is to be deleted, the type that its reference names. */
    static String resourceType(JsonNode action) {
        return action.path("type").asText().equals("delete")
                ? action.path("resourceId").asText().replaceFirst("/.*", "")
                : action.path("resource").path("resourceType").asText();
    }

    private static void checkResource(JsonNode action, Errors errors) {
        if (Blank.isAbsent(action.path("resource"))) {
            errors.add("`Action.resource` must be present for " + action.path("type") + " actions");
        } else if (!FHIR_TYPES.contains(
                action.path("resource").path("resourceType").asText())) {
            errors.add("`Action.resource` must be a FHIR resource");
        }
    }
}
