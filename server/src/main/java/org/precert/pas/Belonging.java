package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Whether a resource is of the patient: it has to say so, for what is of nobody may be of anybody. */
final class Belonging {

    private static final Set<String> OF_NOBODY = Set.of(
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Location",
            "Medication",
            "Patient",
            "HealthcareService",
            "Endpoint");

    private final String patient;
    private final Set<String> memberIds;

    /**
     * @param patient Type/id
     * @param memberIds as system|value
     */
    Belonging(String patient, Set<String> memberIds) {
        this.patient = patient;
        this.memberIds = Set.copyOf(memberIds);
    }

    /** @param resource with references as Type/id */
    boolean isOf(ObjectNode resource) {
        if (OF_NOBODY.contains(resource.path("resourceType").asText())) {
            return true;
        }
        // What an observation is about may be somebody else than whose chart it stands in.
        return resource.path("focus").isMissingNode()
                && List.of("subject", "patient", "beneficiary").stream()
                        .map(resource::path)
                        .filter(JsonNode::isObject)
                        .findFirst()
                        .map(whose -> names(whose, resource))
                        .orElse(false);
    }

    private boolean names(JsonNode whose, ObjectNode resource) {
        String reference = whose.path("reference").asText();
        if (reference.startsWith("#")) {
            for (JsonNode contained : resource.path("contained")) {
                if (("#" + contained.path("id").asText()).equals(reference)) {
                    return hasMemberId(contained.path("identifier"));
                }
            }
            return false;
        }
        return reference.isEmpty() ? memberIds.contains(token(whose.path("identifier"))) : reference.equals(patient);
    }

    private boolean hasMemberId(JsonNode identifiers) {
        for (JsonNode identifier : identifiers) {
            if (memberIds.contains(token(identifier))) {
                return true;
            }
        }
        return false;
    }

    private static String token(JsonNode identifier) {
        return identifier.path("system").asText() + "|"
                + identifier.path("value").asText();
    }
}
