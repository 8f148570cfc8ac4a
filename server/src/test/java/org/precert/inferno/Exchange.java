package org.precert.inferno;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** One call of a hook and its answer. */
public record Exchange(JsonNode request, int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<JsonNode> answer() {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isMissingNode() ? Optional.empty() : Optional.of(json);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
