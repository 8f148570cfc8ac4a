package org.precert.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.precert.policy.InvalidPolicy;

/**
 * What can be read of a chart from given defines on, by the retrieves of their ELM and of all that they use. A define
 * tagged "given" reads what comes with the request: its own retrieves are no need.
 */
final class DataNeeds {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GIVEN = "given";

    /** @param uses the defines and functions that it names, as {@link TraceReader#key} */
    private record Define(Set<String> retrieves, Set<String> uses) {
        Define() {
            this(new TreeSet<>(), new LinkedHashSet<>());
        }
    }

    private final Map<String, Define> defines = new HashMap<>();

    void add(String elmJson) {
        JsonNode library = library(elmJson);
        String name = library.at("/identifier/id").asText();
        Map<String, String> names = new HashMap<>(Map.of("", name));
        library.at("/includes/def")
                .forEach(each -> names.put(
                        each.path("localIdentifier").asText(), each.path("path").asText()));
        for (JsonNode def : library.at("/statements/def")) {
            // Functions of one name share an entry: what any of them reads counts.
            Define define = defines.computeIfAbsent(
                    TraceReader.key(name, def.path("name").asText()), key -> new Define());
            read(def.path("expression"), names, define);
            if (isGiven(def)) {
                define.retrieves().clear();
            }
        }
    }

    private static JsonNode library(String elmJson) {
        try {
            return JSON.readTree(elmJson).path("library");
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy("An ELM file is no JSON", e);
        }
    }

    private static boolean isGiven(JsonNode def) {
        return def.path("annotation").findValues("t").stream()
                .flatMap(tags -> tags.findValuesAsText("name").stream())
                .anyMatch(GIVEN::equals);
    }

    private static void read(JsonNode node, Map<String, String> libraries, Define define) {
        String type = node.path("type").asText();
        if (type.equals("Retrieve")) {
            String dataType = node.path("dataType").asText();
            define.retrieves().add(dataType.substring(dataType.indexOf('}') + 1));
        }
        if (type.equals("ExpressionRef") || type.equals("FunctionRef")) {
            String library = libraries.getOrDefault(node.path("libraryName").asText(), "");
            define.uses().add(TraceReader.key(library, node.path("name").asText()));
        }
        node.forEach(child -> read(child, libraries, define));
    }

    /** @param roots as {@link TraceReader#key} */
    Set<DataNeed> from(Set<String> roots) {
        Set<String> seen = new HashSet<>(roots);
        Deque<String> open = new ArrayDeque<>(roots);
        Set<String> types = new TreeSet<>();
        while (!open.isEmpty()) {
            Define define = defines.getOrDefault(open.remove(), new Define());
            types.addAll(define.retrieves());
            define.uses().stream().filter(seen::add).forEach(open::add);
        }
        return types.stream().map(DataNeed::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
