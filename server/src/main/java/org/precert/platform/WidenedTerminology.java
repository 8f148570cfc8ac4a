package org.precert.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the files of one canonical, as deciding does: the store shows the value set by which is decided. */
final class WidenedTerminology {

    private WidenedTerminology() {}

    static List<JsonNode> of(Collection<JsonNode> resources) {
        Map<String, JsonNode> byCanonical = new LinkedHashMap<>();
        for (JsonNode resource : resources) {
            String type = resource.path("resourceType").asText();
            String name = resource.path("url").asText(resource.path("id").asText());
            byCanonical.merge(type + "|" + name, resource, WidenedTerminology::widened);
        }
        return List.copyOf(byCanonical.values());
    }

    private static JsonNode widened(JsonNode first, JsonNode more) {
        ObjectNode all = first.deepCopy();
        more.path("compose").path("include").forEach(all.withObject("/compose").withArray("include")::add);
        // An expansion that lacks the added codes would be wrong: it is left out where something was added to it.
        all.remove("expansion");
        return all;
    }
}
