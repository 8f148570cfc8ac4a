package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Predicate;

/** What a field must be. */
enum Kind {
    STRING(JsonNode::isTextual),
    OBJECT(JsonNode::isObject),
    ARRAY(JsonNode::isArray),
    INTEGER(JsonNode::isIntegralNumber),
    URL(value -> value.isTextual() && isUrl(value.textValue()));

    private final Predicate<JsonNode> test;

    Kind(Predicate<JsonNode> test) {
        this.test = test;
    }

    boolean fits(JsonNode value) {
        return test.test(value);
    }

    /** As Ruby's {@code URI.parse} has it: with host, http or https, and without a bar, as canonicals have before their version. */
    static boolean isUrl(String text) {
        try {
            URI url = new URI(text);
            return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
