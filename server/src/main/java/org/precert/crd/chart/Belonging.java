package org.precert.crd.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Tells what can be used: what has an id to be cited by, and does not belong to another patient. */
final class Belonging {

    private static final List<String> PATIENTS = List.of("beneficiary", "patient", "subject");

    private Belonging() {}

    static List<ObjectNode> usable(List<ObjectNode> resources, String patient) {
        return resources.stream()
                .filter(resource -> resource.path("id").isTextual())
                .filter(resource -> isOf(patient, resource))
                .toList();
    }

    /** What belongs to another patient says nothing about this one. */
    private static boolean isOf(String patient, ObjectNode resource) {
        for (String element : PATIENTS) {
            String reference = resource.path(element).path("reference").asText();
            boolean named = reference.startsWith("Patient/") || reference.contains("/Patient/");
            if (named && !reference.replaceFirst("/_history/.*", "").endsWith("Patient/" + patient)) {
                return false;
            }
        }
        return true;
    }
}
