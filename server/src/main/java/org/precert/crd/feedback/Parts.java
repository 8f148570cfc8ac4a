package org.precert.crd.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Takes strings out of an entry, or says which of them is wrong. */
final class Parts {

    private Parts() {}

    static String required(JsonNode object, String name, String path, int longest) {
        return optional(object, name, path, longest)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> malformed(path + "." + name, "'" + name + "' is missing"));
    }

    static Optional<String> optional(JsonNode object, String name, String path, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > longest) {
            throw malformed(path + "." + name, "'" + name + "' is not a string of at most " + longest + " characters");
        }
        return Optional.of(value.textValue());
    }

    static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
