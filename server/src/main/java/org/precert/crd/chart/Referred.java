package org.precert.crd.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which references of a resource lead to something that decides about it. */
final class Referred {

    private static final List<String> ORDER =
            List.of("medicationReference", "reasonReference", "supportingInfo", "supportingInformation", "basedOn");

    private static final Map<String, List<String>> ELEMENTS = Map.of(
            "Appointment", List.of("basedOn", "reasonReference", "supportingInformation"),
            "Coverage", List.of("payor"),
            "Encounter", List.of("basedOn", "reasonReference"),
            "MedicationRequest", ORDER,
            "ServiceRequest", ORDER);

    private static final Set<String> USEFUL =
            Set.of("Condition", "Medication", "MedicationRequest", "ServiceRequest", "Organization");

    private Referred() {}

    static void from(JsonNode resource, Consumer<String> each) {
        ELEMENTS.getOrDefault(resource.path("resourceType").asText(), List.of())
                .forEach(element -> references(resource.path(element), each));
    }

    /** @param reference Type/id */
    static boolean isUseful(String reference) {
        return USEFUL.contains(reference.substring(0, reference.indexOf('/')));
    }

    private static void references(JsonNode element, Consumer<String> each) {
        if (element.isArray()) {
            element.forEach(item -> references(item, each));
        } else if (element.path("reference").isTextual()) {
            each.accept(element.path("reference").textValue());
        }
    }
}
