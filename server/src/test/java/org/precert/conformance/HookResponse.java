package org.precert.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The resources that a CDS Hooks response carries. */
record HookResponse(JsonNode json) {

    /** One of them, and where it stands. */
    record Carried(String place, JsonNode resource) {

        String type() {
            return resource.path("resourceType").asText();
        }

        /** Printed with line breaks, so that the validator's lines mean something. */
        String json() {
            return resource.toPrettyString();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static HookResponse read(String json) {
        try {
            return new HookResponse(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<Carried> carried() {
        List<Carried> carried = new ArrayList<>(actions("systemActions", json.path("systemActions")));
        JsonNode cards = json.path("cards");
        for (int i = 0; i < cards.size(); i++) {
            JsonNode suggestions = cards.path(i).path("suggestions");
            for (int j = 0; j < suggestions.size(); j++) {
                carried.addAll(actions(
                        "cards[" + i + "].suggestions[" + j + "].actions",
                        suggestions.path(j).path("actions")));
            }
        }
        return carried;
    }

    private static List<Carried> actions(String place, JsonNode actions) {
        List<Carried> carried = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            JsonNode resource = actions.path(i).path("resource");
            if (resource.isObject()) {
                carried.add(new Carried(place + "[" + i + "].resource", resource));
            }
        }
        return carried;
    }
}
