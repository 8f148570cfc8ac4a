package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A response to an adaptive form, every question of which that is asked gets an answer, where it has none yet. */
record FilledForm(ObjectNode response, PlausibleAnswer answers) {

    static ObjectNode of(JsonNode response, PlausibleAnswer answers) {
        ObjectNode copy = response.deepCopy();
        new FilledForm(copy, answers).fill(copy.at("/contained/0"), copy);
        return copy;
    }

    /** In the order of the form, so that a question can turn on the answers before it, and so that the answers stand in it. */
    private void fill(JsonNode parent, ObjectNode answered) {
        ArrayNode before = answered.withArray("/item").deepCopy();
        ArrayNode items = answered.putArray("item");
        for (JsonNode item : parent.path("item")) {
            ObjectNode own = items.addObject();
            own.setAll(find(before, item));
            if (new Enabling(response).holds(item)) {
                if (answers.isAsked(item) && !own.has("answer")) {
                    own.putArray("answer").add(answers.to(item));
                }
                fill(item, own);
            }
            if (!own.has("item") && !own.has("answer")) {
                items.remove(items.size() - 1);
            }
        }
        if (items.isEmpty()) {
            answered.remove("item");
        }
    }

    private static ObjectNode find(ArrayNode items, JsonNode item) {
        String linkId = item.path("linkId").asText();
        return Nodes.children(items)
                .filter(each -> each.path("linkId").asText().equals(linkId))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(() -> items.objectNode()
                        .put("linkId", linkId)
                        .put("text", item.path("text").asText()));
    }
}
