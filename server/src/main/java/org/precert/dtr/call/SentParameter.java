package org.precert.dtr.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * One parameter of a call.
 *
 * @param path where it stands, for errors
 */
public record SentParameter(String name, JsonNode node, String path) {

    private static final String RESOURCE = "resource";
    private static final String VALUE = "value";

    /** The resource that it carries, if it carries one. */
    public Optional<ObjectNode> resource() {
        return node.path(RESOURCE) instanceof ObjectNode resource ? Optional.of(resource) : Optional.empty();
    }

    /** Its value, whatever the type; a missing node where there is none. */
    public JsonNode value() {
        return node.properties().stream()
                .filter(each -> each.getKey().startsWith(VALUE))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> node.path(VALUE));
    }

    /** The text of a primitive value, whatever its type; a number or a boolean as JSON writes it. */
    public Optional<String> text() {
        return value().isValueNode() && !value().isNull()
                ? Optional.of(value().asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }
}
