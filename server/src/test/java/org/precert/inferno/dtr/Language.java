package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;

/** The language of an expression. */
final class Language {

    private Language() {}

    /** CQL by its one name; so is an extension without an expression, such as a context that is complex. */
    static boolean isCqlOrNone(JsonNode extension) {
        JsonNode expression = extension.path("valueExpression");
        return expression.isMissingNode()
                || expression.path("language").asText().equals("text/cql");
    }
}
