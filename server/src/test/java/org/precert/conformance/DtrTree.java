package org.precert.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Ways through forms, responses and packages. */
final class DtrTree {

    private DtrTree() {}

    static Stream<JsonNode> children(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<JsonNode> resources(JsonNode bundle, String type) {
        return children(bundle.path("entry"))
                .map(entry -> entry.path("resource"))
                .filter(resource -> type(resource).equals(type))
                .toList();
    }

    static String type(JsonNode resource) {
        return resource.path("resourceType").asText();
    }

    static List<JsonNode> extensions(JsonNode element, String url) {
        return children(element.path("extension"))
                .filter(each -> each.path("url").asText().equals(url))
                .toList();
    }

    static boolean has(JsonNode element, String extension) {
        return !extensions(element, extension).isEmpty();
    }

    /** Of a form or a response, at every depth, below answers too. */
    static Stream<JsonNode> items(JsonNode parent) {
        return Stream.concat(
                children(parent.path("item")).flatMap(item -> Stream.concat(Stream.of(item), items(item))),
                children(parent.path("answer")).flatMap(DtrTree::items));
    }

    /** The element and all that it is made of. */
    static Stream<JsonNode> all(JsonNode element) {
        return Stream.concat(Stream.of(element), children(element).flatMap(DtrTree::all));
    }

    static boolean isAdaptive(JsonNode form) {
        return has(form, DtrCanonicals.ADAPTIVE);
    }
}
