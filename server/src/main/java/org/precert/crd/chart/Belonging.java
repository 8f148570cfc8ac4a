package org.precert.crd.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.crd.call.References;

/** Tells what can be used: what has an id to be cited by, and does not belong to another patient. */
final class Belonging {

    private static final List<String> PATIENTS = List.of("beneficiary", "patient", "subject");

    private Belonging() {}

    static List<ObjectNode> usable(List<ObjectNode> resources, String patient, References references) {
        return resources.stream()
                .filter(resource -> isUsable(resource, patient, references))
                .toList();
    }

    /** What belongs to another patient says nothing about this one. */
    static boolean isUsable(ObjectNode resource, String patient, References references) {
        return resource.path("id").isTextual()
                && PATIENTS.stream()
                        .map(element -> resource.path(element).path("reference").asText())
                        .allMatch(reference -> references.isPatient(reference, patient));
    }
}
