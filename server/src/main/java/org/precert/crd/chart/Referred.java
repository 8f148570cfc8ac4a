package org.precert.crd.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which references of a resource lead to something that decides about it. */
public final class Referred {

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

    /** To what R4 does not let an element refer to: CRD 2.2, profile-appointment-with-order. */
    private static final String ALTERNATE = "http://hl7.org/fhir/StructureDefinition/alternate-reference";

    private Referred() {}

    static void from(JsonNode resource, Consumer<String> each) {
        ELEMENTS.getOrDefault(resource.path("resourceType").asText(), List.of())
                .forEach(element -> references(resource.path(element), each));
    }

    /** @param reference Type/id */
    static boolean isUseful(String reference) {
        return USEFUL.contains(reference.substring(0, reference.indexOf('/')));
    }

    /** Every reference of an element, those to what R4 does not let it refer to as well. */
    public static void references(JsonNode element, Consumer<String> each) {
        if (element.isArray()) {
            element.forEach(item -> references(item, each));
            return;
        }
        if (element.path("reference").isTextual()) {
            each.accept(element.path("reference").textValue());
        }
        for (JsonNode extension : element.path("extension")) {
            if (extension.path("url").asText().equals(ALTERNATE)) {
                references(extension.path("valueReference"), each);
            }
        }
    }
}
