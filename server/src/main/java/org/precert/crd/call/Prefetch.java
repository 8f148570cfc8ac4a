package org.precert.crd.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the client sent along. Key names are the client's own: the resources count, wherever they are.
 *
 * @param resources in the order in which they came
 * @param settledKeys the keys, in lower case, whose question was answered in full: with resources, or with none. A key
 *     that is absent or holds an OperationOutcome, or one page of several, leaves it open.
 * @param coverageKnown whether all coverages were looked for: found, or found to be none
 */
public record Prefetch(List<ObjectNode> resources, Set<String> settledKeys, boolean coverageKnown) {

    public Prefetch {
        resources = List.copyOf(resources);
        settledKeys = Set.copyOf(settledKeys);
    }

    static Prefetch of(JsonNode prefetch) {
        List<ObjectNode> resources = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        boolean coverages = false;
        for (var entry : prefetch.properties()) {
            String key = entry.getKey().toLowerCase(Locale.ROOT);
            List<ObjectNode> found = resources(entry.getValue());
            resources.addAll(found);
            if (entry.getValue().isNull() || isComplete(entry.getValue())) {
                settled.add(key);
                coverages |= key.contains("coverage")
                        || found.stream().anyMatch(each -> type(each).equals("Coverage"));
            }
        }
        return new Prefetch(resources, settled, coverages);
    }

    /**
     * Whether the patient's resources of a type were all sent: under a key with its name, in the plural or not. In the
     * guide's own keys for orders are those alone that the context speaks of.
     */
    public boolean settles(String resourceType) {
        if (resourceType.endsWith("Request")) {
            return false;
        }
        String name = resourceType.toLowerCase(Locale.ROOT);
        return settledKeys.contains(name) || settledKeys.contains(name + "s");
    }

    /** Whether this is an answer to a search, or a resource: not an outcome, a part of an answer, or something else. */
    public static boolean isComplete(JsonNode value) {
        if (!type(value).equals("Bundle")) {
            return value.isObject() && !type(value).isEmpty() && !isOutcome(value);
        }
        JsonNode entries = value.path("entry");
        boolean failed = false;
        for (JsonNode entry : entries) {
            failed |= isOutcome(entry.path("resource"));
        }
        for (JsonNode link : value.path("link")) {
            failed |= link.path("relation").asText().equals("next");
        }
        return (entries.isMissingNode() || entries.isArray()) && !failed;
    }

    /** A resource, or those of a Bundle; an OperationOutcome says that the client could not get it. */
    public static List<ObjectNode> resources(JsonNode value) {
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
