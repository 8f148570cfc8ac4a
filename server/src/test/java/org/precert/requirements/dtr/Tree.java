package org.precert.requirements.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Ways through JSON. */
final class Tree {

    private Tree() {}

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<JsonNode> list(JsonNode array) {
        return stream(array).toList();
    }

    static String type(JsonNode resource) {
        return resource.path("resourceType").asText();
    }

    /** Type/id. */
    static String reference(JsonNode resource) {
        return type(resource) + "/" + resource.path("id").asText();
    }

    /** Everything that it is made of, itself among it. */
    static Stream<JsonNode> all(JsonNode element) {
        return Stream.concat(Stream.of(element), stream(element).flatMap(Tree::all));
    }

    /** Of a form or a response, at every depth. */
    static Stream<JsonNode> items(JsonNode parent) {
        return stream(parent.path("item")).flatMap(item -> Stream.concat(Stream.of(item), items(item)));
    }

    static List<String> linkIds(JsonNode parent) {
        return items(parent).map(item -> item.path("linkId").asText()).toList();
    }

    /** The extensions of an element whose url ends so. */
    static List<JsonNode> extensions(JsonNode element, String url) {
        return stream(element.path("extension"))
                .filter(each -> each.path("url").asText().endsWith(url))
                .toList();
    }

    /** Of a response. */
    static List<JsonNode> answers(JsonNode response) {
        return items(response).flatMap(item -> stream(item.path("answer"))).toList();
    }

    /** Of a form: the expressions that its items are filled by. */
    static List<JsonNode> expressions(JsonNode form) {
        return items(form)
                .flatMap(item -> extensions(item, "/sdc-questionnaire-initialExpression").stream())
                .map(each -> each.path("valueExpression"))
                .toList();
    }
}
