package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the references that a resource makes. */
final class References {

    private static final String REFERENCE = "reference";

    private References() {}

    /** Every {@code Reference.reference}, in document order; a Bundle within keeps its references to itself. */
    static List<Spot> of(Spot resource) {
        List<Spot> found = new ArrayList<>();
        collect(resource, found);
        return found;
    }

    private static void collect(Spot spot, List<Spot> found) {
        if (spot.node().path("resourceType").asText().equals("Bundle")) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : spot.node().properties()) {
            Spot child = spot.at(field.getKey());
            if (field.getKey().equals(REFERENCE) && !child.text().isEmpty()) {
                found.add(child);
            } else if (child.node().isObject()) {
                collect(child, found);
            } else if (child.node().isArray()) {
                spot.each(field.getKey()).forEach(element -> collect(element, found));
            }
        }
    }
}
