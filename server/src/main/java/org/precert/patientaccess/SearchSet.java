package org.precert.patientaccess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the Bundle that answers a search. It has no link to itself: that would have the member's id in it. */
final class SearchSet {

    private final ObjectMapper json;
    private final String base;

    /** @param base of the FHIR endpoint, without a slash at the end */
    SearchSet(ObjectMapper json, String base) {
        this.json = json;
        this.base = base;
    }

    String of(List<String> resources) {
        ObjectNode bundle = json.createObjectNode()
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .put("total", resources.size());
        // FHIR has no empty arrays.
        if (!resources.isEmpty()) {
            ArrayNode entries = bundle.putArray("entry");
            resources.forEach(each -> entry(read(each), entries.addObject()));
        }
        return bundle.toString();
    }

    private void entry(JsonNode resource, ObjectNode entry) {
        entry.put(
                "fullUrl", base + "/ExplanationOfBenefit/" + resource.path("id").asText());
        entry.set("resource", resource);
        entry.putObject("search").put("mode", "match");
    }

    private JsonNode read(String resource) {
        try {
            return json.readTree(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A resource that is kept could not be read");
        }
    }
}
