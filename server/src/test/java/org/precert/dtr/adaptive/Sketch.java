package org.precert.dtr.adaptive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Forms and responses in a few words. */
final class Sketch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sketch() {}

    /** @param text JSON, with single quotes for double ones */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static ObjectNode form(ObjectNode... items) {
        return with(JSON.createObjectNode().put("resourceType", "Questionnaire"), items);
    }

    static ObjectNode response(ObjectNode... items) {
        return with(JSON.createObjectNode().put("resourceType", "QuestionnaireResponse"), items);
    }

    static ObjectNode group(String linkId, ObjectNode... items) {
        return with(question(linkId, "group"), items);
    }

    static ObjectNode display(String linkId) {
        return question(linkId, "display");
    }

    static ObjectNode question(String linkId, String type) {
        return JSON.createObjectNode()
                .put("linkId", linkId)
                .put("text", "Text of " + linkId)
                .put("type", type);
    }

    /** @param more members of the item */
    static ObjectNode question(String linkId, String type, String more) {
        return question(linkId, type).setAll(json(more));
    }

    /** @param conditions one or more, as in {@code "{'question': 'a', 'operator': '=', 'answerBoolean': true}"} */
    static ObjectNode when(ObjectNode item, String behavior, String... conditions) {
        ArrayNode list = item.putArray("enableWhen");
        Stream.of(conditions).map(Sketch::json).forEach(list::add);
        if (!behavior.isEmpty()) {
            item.put("enableBehavior", behavior);
        }
        return item;
    }

    /** Asked when a boolean question is true. */
    static ObjectNode when(String question, ObjectNode item) {
        return when(item, "", "{'question': '" + question + "', 'operator': '=', 'answerBoolean': true}");
    }

    /** @param values as in {@code "{'valueBoolean': true}"} */
    static ObjectNode answered(String linkId, String... values) {
        ObjectNode item = JSON.createObjectNode().put("linkId", linkId);
        Stream.of(values).map(Sketch::json).forEach(item.withArray("answer")::add);
        return item;
    }

    static ObjectNode yes(String linkId) {
        return answered(linkId, "{'valueBoolean': true}");
    }

    static ObjectNode no(String linkId) {
        return answered(linkId, "{'valueBoolean': false}");
    }

    /** A group of a response. */
    static ObjectNode around(String linkId, ObjectNode... items) {
        return with(JSON.createObjectNode().put("linkId", linkId), items);
    }

    static ObjectNode with(ObjectNode parent, ObjectNode... items) {
        if (items.length > 0) {
            parent.putArray("item").addAll(List.of(items));
        }
        return parent;
    }
}
