package org.precert.crd.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.precert.coverage.CoverageInformation;
import org.precert.coverage.Spelling;
import org.precert.crd.answer.HookAnswer.Informed;
import org.precert.crd.call.HookCall;

/**
 * Writes coverage information into a copy of a resource. Nothing else of it changes (CRD 2.2, resp-37), and where nothing
 * new is to be said, nothing is written at all (resp-35).
 */
record InformedOrder(Spelling spelling, Earlier earlier) {

    /** Parts that differ from answer to answer, though it is the same. */
    private static final Set<String> PASSING = Set.of("date", "coverage-assertion-id");

    /** @return empty if the resource says all of it already, and nothing that holds no longer */
    Optional<ObjectNode> write(Informed informed) {
        ObjectNode copy = informed.resource().deepCopy();
        ArrayNode all = copy.path("extension") instanceof ArrayNode present ? present : copy.putArray("extension");
        boolean changed = removeWhatHoldsNoLonger(all, informed);
        for (CoverageInformation information : informed.information()) {
            changed |= write(all, information);
        }
        if (all.isEmpty()) {
            copy.remove("extension");
        }
        return changed ? Optional.of(copy) : Optional.empty();
    }

    /** Ours, about a coverage of which nothing is said now. */
    private boolean removeWhatHoldsNoLonger(ArrayNode all, Informed informed) {
        boolean removed = false;
        for (int i = all.size() - 1; i >= 0; i--) {
            JsonNode extension = all.path(i);
            boolean spoken = informed.information().stream().anyMatch(each -> isAbout(extension, each.coverage()));
            if (isCoverageInformation(extension)
                    && !spoken
                    && earlier.isOurs(assertionId(extension), HookCall.reference(informed.resource()))) {
                all.remove(i);
                removed = true;
            }
        }
        return removed;
    }

    /** Adds the information; an older one about the same coverage makes way. */
    private boolean write(ArrayNode all, CoverageInformation information) {
        ObjectNode extension = all.objectNode();
        spelling.write(extension.putArray("extension"), information);
        extension.put("url", Spelling.URL);
        boolean there = false;
        for (int i = all.size() - 1; i >= 0; i--) {
            JsonNode old = all.path(i);
            if (isAbout(old, information.coverage())) {
                if (content(old).equals(content(extension)) && earlier.isSame(assertionId(old), information)) {
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

    /** As text: 10 and 10 may be numbers of different kinds. */
    private static Set<String> content(JsonNode extension) {
        return StreamSupport.stream(extension.path("extension").spliterator(), false)
                .filter(part -> !PASSING.contains(part.path("url").asText()))
                .map(JsonNode::toString)
                .collect(Collectors.toSet());
    }

    private static boolean isCoverageInformation(JsonNode extension) {
        return extension.path("url").asText().equals(Spelling.URL);
    }

    private static boolean isAbout(JsonNode extension, String coverage) {
        String reference = part(extension, "coverage")
                .path("valueReference")
                .path("reference")
                .asText();
        return isCoverageInformation(extension) && (reference.equals(coverage) || reference.endsWith("/" + coverage));
    }

    private static String assertionId(JsonNode extension) {
        return part(extension, "coverage-assertion-id").path("valueString").asText();
    }

    private static JsonNode part(JsonNode extension, String url) {
        for (JsonNode part : extension.path("extension")) {
            if (part.path("url").asText().equals(url)) {
                return part;
            }
        }
        return MissingNode.getInstance();
    }
}
