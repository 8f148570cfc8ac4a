package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The answer of {@code $questionnaire-package}, as the kit reads it: a bare Bundle, or those of any parameter. */
record PackageResponse(JsonNode json) {

    List<JsonNode> bundles() {
        return switch (json.path("resourceType").asText()) {
            case "Bundle" -> List.of(json);
            case "Parameters" ->
                Nodes.children(json.path("parameter"))
                        .map(parameter -> parameter.path("resource"))
                        .filter(Nodes.ofType("Bundle"))
                        .toList();
            default -> List.of();
        };
    }

    List<JsonNode> questionnaires() {
        return resources("Questionnaire").toList();
    }

    /** Of all bundles together: that is why no two of them may hold a library of the same name. */
    List<JsonNode> libraries() {
        return resources("Library").toList();
    }

    Stream<JsonNode> resources(String type) {
        return bundles().stream()
                .flatMap(bundle -> Nodes.children(bundle.path("entry")))
                .map(entry -> entry.path("resource"))
                .filter(Nodes.ofType(type));
    }
}
