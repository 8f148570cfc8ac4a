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

    /** In the order of the form, so that a question can turn on the answers before it. */
    private void fill(JsonNode parent, ObjectNode answered) {
        for (JsonNode item : parent.path("item")) {
            if (new Enabling(response).holds(item)) {
                ObjectNode own = find(answered, item);
                if (answers.isAsked(item) && !own.has("answer")) {
                    own.putArray("answer").add(answers.to(item));
                }
                fill(item, own);
                dropIfEmpty(answered, own);
            }
        }
    }

    private static ObjectNode find(ObjectNode parent, JsonNode item) {
        String linkId = item.path("linkId").asText();
        ArrayNode items = parent.withArray("/item");
        return Nodes.children(items)
                .filter(each -> each.path("linkId").asText().equals(linkId))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(() -> items.addObject()
                        .put("linkId", linkId)
                        .put("text", item.path("text").asText()));
    }

    private static void dropIfEmpty(ObjectNode parent, ObjectNode own) {
        if (own.path("item").isEmpty()) {
            own.remove("item");
        }
        if (!own.has("item") && !own.has("answer")) {
            ArrayNode items = parent.withArray("/item");
            for (int i = items.size() - 1; i >= 0; i--) {
                if (items.get(i) == own) {
                    items.remove(i);
                }
            }
        }
    }
}
