package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of an element with a choice of types.
 *
 * @param type what its name says, as in {@code value[Coding]}
 */
record TypedValue(String type, JsonNode value) {

    /** @param prefix of the element: "value", or "answer" in enableWhen */
    static List<TypedValue> in(JsonNode object, String prefix) {
        List<TypedValue> found = new ArrayList<>(1);
        for (var field : object.properties()) {
            String name = field.getKey();
            if (name.length() > prefix.length()
                    && name.startsWith(prefix)
                    && Character.isUpperCase(name.charAt(prefix.length()))) {
                found.add(new TypedValue(name.substring(prefix.length()), field.getValue()));
            }
        }
        return found;
    }

    /** What says nothing: null, no characters, or nothing inside. */
    boolean isBlank() {
        return value.isTextual()
                ? value.textValue().isBlank()
                : value.isNull() || (value.isContainerNode() && value.isEmpty());
    }

    /** A text of the value, empty where it has no such thing. */
    String text(String name) {
        return value.path(name).isTextual() ? value.path(name).textValue() : "";
    }

    /** An answer as it stands in a response. */
    static List<TypedValue> ofAnswers(List<ObjectNode> answers) {
        List<TypedValue> values = new ArrayList<>(answers.size());
        for (ObjectNode answer : answers) {
            values.addAll(in(answer, "value"));
        }
        values.removeIf(TypedValue::isBlank);
        return values;
    }
}
