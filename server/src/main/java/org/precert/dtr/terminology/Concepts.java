package org.precert.dtr.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every code that the terminology names, with its display: where the codes of a category or a whole system are found. */
final class Concepts {

    private static final Set<String> NO_LONGER = Set.of("retired", "deprecated", "inactive");

    private final Map<String, TreeMap<String, ObjectNode>> bySystem = new HashMap<>();

    /** @param resources any FHIR resources; those that are neither ValueSet nor CodeSystem are passed over */
    Concepts(Collection<JsonNode> resources) {
        resources.forEach(resource -> {
            switch (resource.path("resourceType").asText()) {
                case "CodeSystem" -> addAll(resource.path("url").asText(), resource.path("concept"));
                case "ValueSet" -> {
                    resource.at("/compose/include")
                            .forEach(include -> include.path("concept")
                                    .forEach(each -> add(include.path("system").asText(), each)));
                    flat(resource.at("/expansion/contains"))
                            .forEach(each -> add(each.path("system").asText(), each));
                }
                default -> {}
            }
        });
    }

    private void addAll(String system, JsonNode concepts) {
        for (JsonNode concept : concepts) {
            add(system, concept);
            addAll(system, concept.path("concept"));
        }
    }

    private void add(String system, JsonNode concept) {
        bySystem.computeIfAbsent(system, any -> new TreeMap<>())
                .putIfAbsent(concept.path("code").asText(), coding(system, concept));
    }

    /** As an expansion has it. */
    static ObjectNode coding(String system, JsonNode concept) {
        ObjectNode coding = JsonNodeFactory.instance.objectNode().put("system", system);
        if (isInactive(concept)) {
            coding.put("inactive", true);
        }
        coding.set("code", concept.path("code"));
        if (concept.hasNonNull("display")) {
            coding.set("display", concept.path("display"));
        }
        return coding;
    }

    static boolean isInactive(JsonNode concept) {
        if (concept.path("inactive").asBoolean(false)) {
            return true;
        }
        for (JsonNode property : concept.path("property")) {
            String code = property.path("code").asText();
            boolean ended =
                    code.equals("inactive") && property.path("valueBoolean").asBoolean(false);
            if (ended
                    || (code.equals("status")
                            && NO_LONGER.contains(property.path("valueCode").asText()))) {
                return true;
            }
        }
        return false;
    }

    /** The codes of an expansion, whatever their depth. */
    static List<JsonNode> flat(JsonNode contains) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode each : contains) {
            if (each.hasNonNull("code")) {
                all.add(each);
            }
            all.addAll(flat(each.path("contains")));
        }
        return all;
    }

    /** What is known of a system. */
    Collection<ObjectNode> of(String system) {
        return bySystem.getOrDefault(system, new TreeMap<>()).values();
    }

    /** What is known of a category: codes that begin with it, as deciding has it. */
    Collection<ObjectNode> below(String system, String category) {
        return bySystem.getOrDefault(system, new TreeMap<>())
                .subMap(category, category + Character.MAX_VALUE)
                .values();
    }
}
