package org.precert.crd.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.precert.crd.answer.CoverageInformation;
import org.precert.crd.answer.HookAnswer.Informed;

/**
 * Writes coverage information into a copy of a resource. Nothing else of it changes (CRD 2.2, resp-37), and where nothing
 * new is to be said, nothing is written at all (resp-35).
 */
record InformedOrder(Spelling spelling) {

    /** Parts that differ from answer to answer, though it is the same. */
    private static final Set<String> PASSING = Set.of("date", "coverage-assertion-id");

    /** @return empty if the resource says all of it already */
    Optional<ObjectNode> write(Informed informed) {
        ObjectNode copy = informed.resource().deepCopy();
        boolean changed = false;
        for (CoverageInformation information : informed.information()) {
            changed |= write(copy, information);
        }
        return changed ? Optional.of(copy) : Optional.empty();
    }

    /** Adds the information; an older one about the same coverage makes way. */
    private boolean write(ObjectNode resource, CoverageInformation information) {
        ObjectNode extension = resource.objectNode();
        spelling.write(extension.putArray("extension"), information);
        extension.put("url", Spelling.URL);
        ArrayNode all =
                resource.path("extension") instanceof ArrayNode present ? present : resource.putArray("extension");
        boolean there = false;
        for (int i = all.size() - 1; i >= 0; i--) {
            if (isAbout(all.path(i), information.coverage())) {
                if (content(all.path(i)).equals(content(extension))) {
                    there = true;
                } else {
                    all.remove(i);
                }
            }
        }
        if (!there) {
            all.add(extension);
        }
        return !there;
    }

    private static Set<JsonNode> content(JsonNode extension) {
        return StreamSupport.stream(extension.path("extension").spliterator(), false)
                .filter(part -> !PASSING.contains(part.path("url").asText()))
                .collect(Collectors.toSet());
    }

    private static boolean isAbout(JsonNode extension, String coverage) {
        if (!extension.path("url").asText().equals(Spelling.URL)) {
            return false;
        }
        for (JsonNode part : extension.path("extension")) {
            if (part.path("url").asText().equals("coverage")) {
                String reference = part.path("valueReference").path("reference").asText();
                return reference.equals(coverage) || reference.endsWith("/" + coverage);
            }
        }
        return false;
    }
}
