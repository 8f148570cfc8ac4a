package org.precert.dtr.terminology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Writes a value set with the codes that are wanted. The same question on the same day has the same answer. */
record Expansion(PreparedSet set, Selection selection, LocalDate day) {

    /** FHIR's own word for an expansion that does not list everything that is in the set. */
    private static final String UNCLOSED = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

    ObjectNode write() {
        List<ObjectNode> matching = selection
                .filter()
                .map(TextFilter::test)
                .map(test -> set.active().stream().filter(test).toList())
                .orElseGet(set::active);
        ObjectNode valueSet = set.resource().deepCopy();
        ObjectNode expansion = valueSet.putObject("expansion");
        if (!set.isWhole()) {
            expansion.putArray("extension").addObject().put("url", UNCLOSED).put("valueBoolean", true);
        }
        // Filled below, and put here for the order that people are used to.
        expansion.put("identifier", "").put("timestamp", day.toString()).put("total", matching.size());
        selection.offset().ifPresent(offset -> expansion.put("offset", offset));
        parameters(expansion.putArray("parameter"));
        List<ObjectNode> page = page(matching);
        if (!page.isEmpty()) {
            ArrayNode contains = expansion.putArray("contains");
            page.forEach(coding -> contains.add(coding.deepCopy()));
        }
        UUID content = UUID.nameUUIDFromBytes(valueSet.toString().getBytes(UTF_8));
        expansion.put("identifier", "urn:uuid:" + content);
        return valueSet;
    }

    private List<ObjectNode> page(List<ObjectNode> matching) {
        int from = Math.min(selection.offset().orElse(0), matching.size());
        int count = Math.min(selection.count().orElse(matching.size()), matching.size() - from);
        return matching.subList(from, from + count);
    }

    private void parameters(ArrayNode parameters) {
        parameters.addObject().put("name", "activeOnly").put("valueBoolean", true);
        selection
                .filter()
                .ifPresent(
                        filter -> parameters.addObject().put("name", "filter").put("valueString", filter.text()));
        selection
                .offset()
                .ifPresent(
                        offset -> parameters.addObject().put("name", "offset").put("valueInteger", offset));
        selection
                .count()
                .ifPresent(count -> parameters.addObject().put("name", "count").put("valueInteger", count));
    }
}
