package org.precert.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

    /**
     * @param valueSets their names, as {@link TraceReader#key}
     * @param uses the defines and functions that it names, as {@link TraceReader#key}
     */
    private record Define(Set<Retrieve> retrieves, Set<String> valueSets, Set<String> uses) {
        Define() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    /** @param valueSet its name, as {@link TraceReader#key}; empty if it does not filter */
    private record Retrieve(String type, String path, String valueSet) {}

    private final Map<String, Define> defines = new HashMap<>();
    private final Map<String, String> valueSets = new HashMap<>();

    void add(String elmJson) {
        JsonNode library = library(elmJson);
        String name = library.at("/identifier/id").asText();
        Map<String, String> names = new HashMap<>(Map.of("", name));
        library.at("/includes/def")
                .forEach(each -> names.put(
                        each.path("localIdentifier").asText(), each.path("path").asText()));
        library.at("/valueSets/def")
                .forEach(each -> valueSets.put(
                        TraceReader.key(name, each.path("name").asText()),
                        each.path("id").asText()));
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
            JsonNode codes = node.at("/codes/operand").isMissingNode() ? node.path("codes") : node.at("/codes/operand");
            define.retrieves()
                    .add(new Retrieve(
                            dataType.substring(dataType.indexOf('}') + 1),
                            node.path("codeProperty").asText(),
                            codes.isMissingNode() ? "" : key(codes, libraries)));
        }
        if (type.equals("ValueSetRef")) {
            define.valueSets().add(key(node, libraries));
        }
        if (node.path("valueset").isObject()) {
            define.valueSets().add(key(node.path("valueset"), libraries));
        }
        if (type.equals("ExpressionRef") || type.equals("FunctionRef")) {
            define.uses().add(key(node, libraries));
        }
        node.forEach(child -> read(child, libraries, define));
    }

    private static String key(JsonNode named, Map<String, String> libraries) {
        String library = libraries.getOrDefault(named.path("libraryName").asText(), "");
        return TraceReader.key(library, named.path("name").asText());
    }

    /** @param roots as {@link TraceReader#key} */
    Set<DataNeed> from(Set<String> roots) {
        return reached(roots).stream()
                .flatMap(define -> define.retrieves().stream())
                .map(each -> new DataNeed(each.type(), each.path(), valueSets.getOrDefault(each.valueSet(), "")))
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>(Comparator.comparing(DataNeed::type).thenComparing(DataNeed::valueSet))));
    }

    /**
     * The canonicals of the value sets that are asked for from given defines on.
     *
     * @param roots as {@link TraceReader#key}
     */
    Set<String> valueSets(Set<String> roots) {
        return reached(roots).stream()
                .flatMap(define -> define.valueSets().stream())
                .map(each -> valueSets.getOrDefault(each, ""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Define> reached(Set<String> roots) {
        Set<String> seen = new HashSet<>(roots);
        Deque<String> open = new ArrayDeque<>(roots);
        List<Define> reached = new ArrayList<>();
        while (!open.isEmpty()) {
            Define define = defines.getOrDefault(open.remove(), new Define());
            reached.add(define);
            define.uses().stream().filter(seen::add).forEach(open::add);
        }
        return reached;
    }
}
