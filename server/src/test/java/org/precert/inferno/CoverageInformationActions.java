package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The system actions that carry coverage information: whether there is one, and whether each is right. */
final class CoverageInformationActions {

    static final String RECEIVED = "crd_coverage_info_system_action_received";
    static final String VALID = "crd_coverage_info_system_action_validation";

    private static final Set<String> ORDERS =
            Set.of("DeviceRequest", "MedicationRequest", "NutritionOrder", "ServiceRequest", "VisionPrescription");

    /** The ids that one coverage goes by on one resource. */
    private record Ids(Set<String> assertions, Set<String> authorizations) {

        Ids() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    private CoverageInformationActions() {}

    /** Those on resources that the hook is about. A CommunicationRequest does not count. */
    static List<JsonNode> among(String hook, List<JsonNode> actions) {
        Set<String> types = switch (hook) {
            case "appointment-book" -> Set.of("Appointment");
            case "encounter-start", "encounter-discharge" -> Set.of("Encounter");
            default -> ORDERS;
        };
        return actions.stream()
                .filter(action -> types.contains(
                        action.path("resource").path("resourceType").asText()))
                .filter(ResponseTypes::isCoverageInformation)
                .toList();
    }

    static List<String> errors(List<JsonNode> actions, Profiles profiles) {
        Errors errors = new Errors();
        for (JsonNode action : actions) {
            if (!action.path("type").asText().equals("update")) {
                errors.add("`type` must be `update`, but was " + action.path("type"));
            }
            errors.addAll(profiles.errors(action.path("resource")));
            checkIds(action.path("resource"), errors);
        }
        return errors.messages();
    }

    /** One coverage, one assertion and at most one authorization; another coverage, others. */
    private static void checkIds(JsonNode resource, Errors errors) {
        Map<String, Ids> byCoverage = new LinkedHashMap<>();
        for (JsonNode extension : resource.path("extension")) {
            if (extension.path("url").asText().equals(ResponseTypes.COVERAGE_INFORMATION)) {
                String coverage = part(extension, "coverage")
                        .at("/valueReference/reference")
                        .asText();
                Ids ids = byCoverage.computeIfAbsent(coverage, any -> new Ids());
                ids.assertions()
                        .add(part(extension, "coverage-assertion-id")
                                .path("valueString")
                                .asText());
                JsonNode authorization = part(extension, "satisfied-pa-id").path("valueString");
                if (authorization.isTextual()) {
                    ids.authorizations().add(authorization.textValue());
                }
            }
        }
        Set<String> assertions = new HashSet<>();
        Set<String> authorizations = new HashSet<>();
        byCoverage.forEach((coverage, ids) -> {
            if (ids.assertions().size() > 1 || ids.authorizations().size() > 1) {
                errors.add("Repetitions of coverage " + coverage + " have different ids");
            }
            if (ids.assertions().stream().anyMatch(id -> !assertions.add(id))
                    || ids.authorizations().stream().anyMatch(id -> !authorizations.add(id))) {
                errors.add("Differing coverages SHALL have distinct ids, and " + coverage + " has another's");
            }
        });
    }

    private static JsonNode part(JsonNode extension, String url) {
        for (JsonNode part : extension.path("extension")) {
            if (part.path("url").asText().equals(url)) {
                return part;
            }
        }
        return extension.path("no such part");
    }
}
