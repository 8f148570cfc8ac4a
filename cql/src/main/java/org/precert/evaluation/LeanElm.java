package org.precert.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.policy.InvalidPolicy;

/** ELM as an EHR gets it: what only people and compilers look at is left out, which halves it. */
final class LeanElm {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Signatures resolve overloads, of which the shipped libraries have none. */
    private static final List<String> DISPENSABLE =
            List.of("annotation", "locator", "localId", "signature", "resultTypeName", "resultTypeSpecifier");

    /** Of a retrieve, where they are empty. */
    private static final List<String> NOTHING = List.of("include", "codeFilter", "dateFilter", "otherFilter");

    private LeanElm() {}

    static String of(String elmJson) {
        try {
            JsonNode elm = JSON.readTree(elmJson);
            JsonNode options = elm.path("library").path("annotation");
            prune(elm);
            // Which translator, with which options: Using CQL with FHIR asks for it on the library.
            if (!options.isMissingNode()) {
                ((ObjectNode) elm.path("library")).set("annotation", lean(options));
            }
            return JSON.writeValueAsString(elm);
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy("An ELM file is no JSON", e);
        }
    }

    private static JsonNode lean(JsonNode annotations) {
        annotations.forEach(each -> {
            if (each instanceof ObjectNode annotation) {
                annotation.remove(List.of("s", "t"));
            }
        });
        return annotations;
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(DISPENSABLE);
            NOTHING.forEach(field -> {
                if (object.path(field).isArray() && object.path(field).isEmpty()) {
                    object.remove(field);
                }
            });
        }
        node.forEach(LeanElm::prune);
    }
}
