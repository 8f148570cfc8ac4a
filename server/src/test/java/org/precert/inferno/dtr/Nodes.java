package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Ways through JSON. */
final class Nodes {

    private Nodes() {}

    static Stream<JsonNode> children(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Predicate<JsonNode> ofType(String resourceType) {
        return resource -> resource.path("resourceType").asText().equals(resourceType);
    }

    static List<JsonNode> extensions(JsonNode element) {
        return children(element.path("extension")).toList();
    }

    static String url(JsonNode extension) {
        return extension.path("url").asText();
    }
}
