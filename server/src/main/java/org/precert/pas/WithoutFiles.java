package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Leaves the files out of a resource, in Base64, which people read and policies do not. */
final class WithoutFiles {

    private static final String DATA = "data";

    private final ObjectMapper json;

    WithoutFiles(ObjectMapper json) {
        this.json = json;
    }

    byte[] of(byte[] resource) {
        try {
            JsonNode tree = json.readTree(resource);
            strip(tree);
            return json.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(DATA).isTextual()) {
            object.remove(DATA);
        }
        node.forEach(WithoutFiles::strip);
    }
}
