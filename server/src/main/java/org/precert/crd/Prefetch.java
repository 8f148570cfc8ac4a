package org.precert.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the client sent along. Key names are the client's own: the resources count, wherever they are.
 *
 * @param resources in the order in which they came
 * @param coverageKnown whether coverages were looked for: found, or found to be none. A key that is absent or holds an
 *     OperationOutcome leaves that open.
 */
record Prefetch(List<ObjectNode> resources, boolean coverageKnown) {

    Prefetch {
        resources = List.copyOf(resources);
    }

    static Prefetch of(JsonNode prefetch) {
        List<ObjectNode> resources = new ArrayList<>();
        boolean known = false;
        for (var entry : prefetch.properties()) {
            List<ObjectNode> found = resources(entry.getValue());
            resources.addAll(found);
            boolean asked = entry.getKey().toLowerCase(java.util.Locale.ROOT).contains("coverage");
            known |= asked && (entry.getValue().isNull() || isComplete(entry.getValue()));
            known |= found.stream().anyMatch(each -> type(each).equals("Coverage"));
        }
        return new Prefetch(resources, known);
    }

    /** Whether this is an answer to a search, or a resource: not an outcome, a part of an answer, or something else. */
    static boolean isComplete(JsonNode value) {
        if (!type(value).equals("Bundle")) {
            return value.isObject() && !type(value).isEmpty() && !isOutcome(value);
        }
        JsonNode entries = value.path("entry");
        boolean failed = false;
        for (JsonNode entry : entries) {
            failed |= isOutcome(entry.path("resource"));
        }
        return (entries.isMissingNode() || entries.isArray()) && !failed;
    }

    /** A resource, or those of a Bundle; an OperationOutcome says that the client could not get it. */
    static List<ObjectNode> resources(JsonNode value) {
        if (!(value instanceof ObjectNode resource) || isOutcome(value)) {
            return List.of();
        }
        if (!type(resource).equals("Bundle")) {
            return type(resource).isEmpty() ? List.of() : List.of(resource);
        }
        List<ObjectNode> entries = new ArrayList<>();
        resource.path("entry").forEach(entry -> {
            if (entry.path("resource") instanceof ObjectNode each && !isOutcome(each)) {
                entries.add(each);
            }
        });
        return entries;
    }

    private static boolean isOutcome(JsonNode value) {
        return type(value).equals("OperationOutcome");
    }

    private static String type(JsonNode resource) {
        return resource.path("resourceType").asText();
    }
}
