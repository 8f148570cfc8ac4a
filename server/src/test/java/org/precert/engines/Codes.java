package org.precert.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The value sets of the project, and codes of them for charts. */
record Codes(List<JsonNode> terminology, Map<String, List<ObjectNode>> byValueSet) {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "https://precert.dev/fhir/ValueSet/";

    static Codes ofTheProject() {
        try (Stream<Path> files = Files.list(Path.of("../fhir-resources/terminology"))) {
            List<JsonNode> terminology = files.sorted().map(Codes::read).toList();
            Map<String, List<ObjectNode>> sets = new TreeMap<>();
            for (JsonNode resource : terminology) {
                if (resource.path("resourceType").asText().equals("ValueSet")) {
                    List<ObjectNode> codes =
                            sets.computeIfAbsent(resource.path("url").asText(), url -> new ArrayList<>());
                    resource.at("/expansion/contains").forEach(code -> codes.add((ObjectNode) code));
                }
            }
            return new Codes(terminology, sets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ObjectNode> in(String url) {
        return byValueSet.getOrDefault(url, List.of());
    }

    /** A concept of one of these value sets, by the last part of its canonical; now and then one that is not quite. */
    ObjectNode concept(Dice dice, String... names) {
        return conceptOf(dice, OURS + dice.of(names));
    }

    /** A concept of a value set; now and then one that is not quite. */
    ObjectNode conceptOf(Dice dice, String url) {
        ObjectNode concept = JSON.createObjectNode();
        if (dice.chance(10)) {
            concept.put("text", "as it was said");
        }
        if (dice.slip(6)) {
            return concept;
        }
        if (dice.chance(10)) {
            concept.withArray("coding")
                    .addObject()
                    .put("system", "https://ehr.example/codes")
                    .put("code", "X1");
        }
        int codes = dice.chance(10) ? 2 : 1;
        for (int i = 0; i < codes; i++) {
            concept.withArray("coding").add(coding(dice, dice.of(in(url))));
        }
        return concept;
    }

    /** A concept of one of these value sets, well coded. */
    ObjectNode exactConcept(Dice dice, String... names) {
        ObjectNode code = dice.of(in(OURS + dice.of(names)));
        ObjectNode concept = JSON.createObjectNode();
        concept.withArray("coding").addObject().setAll(code.deepCopy().retain("system", "code"));
        return concept;
    }

    private static ObjectNode coding(Dice dice, ObjectNode code) {
        ObjectNode coding = JSON.createObjectNode();
        if (!dice.slip(6)) {
            coding.set("system", code.get("system"));
        }
        if (dice.slip(8)) {
            coding.put("code", "0000");
        } else if (!dice.slip(4)) {
            coding.set("code", code.get("code"));
        }
        if (code.has("display") && dice.chance(60)) {
            coding.set("display", code.get("display"));
        } else if (dice.chance(20)) {
            coding.put("display", "another word for it");
        }
        return coding;
    }
}
