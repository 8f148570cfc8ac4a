package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON as the ledger keeps it: the bytes that the doors send, for both are written by the one mapper. */
record StoredJson(ObjectMapper mapper) {

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    ArrayNode array() {
        return mapper.createArrayNode();
    }

    byte[] bytes(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    /** What callers sent may hold half a character, which UTF-8 has no bytes for: a question mark stands for it. */
    byte[] bytesOfForeign(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            return node.toString().getBytes(UTF_8);
        }
    }

    /** For people: a line for each member. */
    String lines(JsonNode node) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    JsonNode read(byte[] bytes) {
        try {
            return mapper.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("The ledger holds something that is no JSON", e);
        }
    }

    JsonNode read(String text) {
        return read(text.getBytes(UTF_8));
    }

    private static IllegalStateException unwritable(JsonProcessingException e) {
        return new IllegalStateException("A JSON tree can always be written", e);
    }
}
