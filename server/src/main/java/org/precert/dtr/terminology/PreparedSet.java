package org.precert.dtr.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value set whose codes were gathered. Files of one canonical add up, as they do where it is decided. A file that brings
 * its expansion is taken by it; of another one, the codes that it lists, and what is known of its categories and systems.
 */
final class PreparedSet {

    private record Code(String system, String code) {
        static Code of(JsonNode coding) {
            return new Code(coding.path("system").asText(), coding.path("code").asText());
        }
    }

    private final ObjectNode resource;
    private final Map<Code, ObjectNode> active = new LinkedHashMap<>();
    private final Set<Code> members = new HashSet<>();
    private final Map<String, Set<String>> categories = new HashMap<>();
    private boolean whole = true;

    PreparedSet(List<JsonNode> files, Concepts concepts) {
        this.resource = files.get(0).deepCopy();
        resource.remove("expansion");
        for (JsonNode file : files.subList(1, files.size())) {
            file.at("/compose/include").forEach(resource.withObject("/compose").withArray("include")::add);
        }
        files.forEach(file -> add(file, concepts));
    }

    private void add(JsonNode file, Concepts concepts) {
        boolean expanded = file.path("expansion").has("contains");
        Concepts.flat(file.at("/expansion/contains")).forEach(this::add);
        for (JsonNode include : file.at("/compose/include")) {
            String system = include.path("system").asText();
            include.path("filter").forEach(filter -> {
                if (filter.path("op").asText().equals("is-a")) {
                    categories
                            .computeIfAbsent(system, any -> new HashSet<>())
                            .add(filter.path("value").asText());
                }
            });
            include.path("concept")
                    .forEach(concept ->
                            members.add(new Code(system, concept.path("code").asText())));
            if (!expanded) {
                expand(system, include, concepts);
            }
        }
    }

    private void expand(String system, JsonNode include, Concepts concepts) {
        include.path("concept").forEach(concept -> add(Concepts.coding(system, concept)));
        for (JsonNode filter : include.path("filter")) {
            // There may be more codes below than anybody here knows.
            whole = false;
            if (filter.path("op").asText().equals("is-a")) {
                concepts.below(system, filter.path("value").asText()).forEach(this::add);
            }
        }
        if (!include.has("concept") && !include.has("filter")) {
            concepts.of(system).forEach(this::add);
        }
    }

    private void add(JsonNode coding) {
        Code code = Code.of(coding);
        members.add(code);
        if (!Concepts.isInactive(coding) && !coding.path("abstract").asBoolean(false)) {
            ObjectNode plain = coding.deepCopy();
            plain.remove("contains");
            active.putIfAbsent(code, plain);
        }
    }

    /** The value set without any expansion; not to be changed. */
    ObjectNode resource() {
        return resource;
    }

    String version() {
        return resource.path("version").asText();
    }

    /** The active codes, in the order of the files; not to be changed. */
    List<ObjectNode> active() {
        return List.copyOf(active.values());
    }

    int size() {
        return active.size();
    }

    /** Whether the active codes are all that there are. */
    boolean isWhole() {
        return whole;
    }

    /** Whether it has the code, active or not, or a category that it begins with. */
    boolean holds(String system, String code) {
        return members.contains(new Code(system, code))
                || categories.getOrDefault(system, Set.of()).stream().anyMatch(code::startsWith);
    }
}
