package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.conformance.DtrExample;

/** Answers that the kit would pass, to be spoilt by the tests. */
final class KitExample {

    private static final String ENTRY = "/parameter/0/resource/entry/";

    private KitExample() {}

    static ObjectNode standard() {
        return DtrExample.dtr201().standardPackage();
    }

    static ObjectNode adaptive() {
        return DtrExample.dtr201().adaptivePackage();
    }

    static ObjectNode form(ObjectNode response) {
        return (ObjectNode) response.at(ENTRY + "0/resource");
    }

    static ObjectNode library(ObjectNode response) {
        return (ObjectNode) response.at(ENTRY + "2/resource");
    }

    static ArrayNode entries(ObjectNode response) {
        return (ArrayNode) response.at("/parameter/0/resource/entry");
    }

    /** The item at a pointer below the form. */
    static ObjectNode item(ObjectNode response, String pointer) {
        return (ObjectNode) form(response).at(pointer);
    }

    static void addExpression(ObjectNode element, String url, String language) {
        element.withArray("/extension")
                .addObject()
                .put("url", url)
                .putObject("valueExpression")
                .put("language", language)
                .put("expression", "1");
    }

    /** What 1.04 leaves behind of a package. */
    static Scratch scratchOf(ObjectNode response) {
        Scratch scratch = new Scratch();
        new FormLibraries(scratch).failures(new PackageResponse(response).libraries());
        return scratch;
    }

    static List<JsonNode> forms(ObjectNode response) {
        return new PackageResponse(response).questionnaires();
    }
}
