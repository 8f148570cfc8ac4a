package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Code;

/** CodeableConcepts by system and code alone: the displays of X12 and of CPT are not ours to print. */
final class Concepts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Concepts() {}

    static ObjectNode of(String system, String code) {
        ObjectNode concept = JSON.objectNode();
        add(concept, system, code);
        return concept;
    }

    static ObjectNode of(Code code) {
        return of(code.system(), code.code());
    }

    /** @param text our own words */
    static ObjectNode of(String system, String code, String text) {
        return of(system, code).put("text", text);
    }

    static void add(ObjectNode concept, String system, String code) {
        ObjectNode coding = concept.withArray("coding").addObject();
        if (!system.isEmpty()) {
            coding.put("system", system);
        }
        coding.put("code", code);
    }

    static ArrayNode list(List<Code> codes) {
        ArrayNode list = JSON.arrayNode();
        codes.forEach(code -> list.add(of(code)));
        return list;
    }

    /** What somebody else's concept says in this system, if anything. */
    static Optional<ObjectNode> in(String system, JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("system").asText().equals(system)
                    && !coding.path("code").asText().isEmpty()) {
                return Optional.of(of(system, coding.path("code").asText()));
            }
        }
        return Optional.empty();
    }

    /** Somebody else's concept, all its codes and none of its words. */
    static Optional<ObjectNode> bare(JsonNode concept) {
        ObjectNode copy = JSON.objectNode();
        for (JsonNode coding : concept.path("coding")) {
            if (!coding.path("code").asText().isEmpty()) {
                add(copy, coding.path("system").asText(), coding.path("code").asText());
            }
        }
        return copy.isEmpty() ? Optional.empty() : Optional.of(copy);
    }
}
