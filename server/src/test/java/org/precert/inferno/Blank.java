package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;

/** What Rails calls blank, and what Ruby takes for false. */
final class Blank {

    private Blank() {}

    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isBoolean() && !value.booleanValue());
    }

    static boolean isBlank(JsonNode value) {
        return isAbsent(value)
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isContainerNode() && value.isEmpty());
    }
}
