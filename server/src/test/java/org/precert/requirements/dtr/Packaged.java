package org.precert.requirements.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The answer of {@code $questionnaire-package}. */
record Packaged(Edition edition, JsonNode json) {

    List<JsonNode> bundles() {
        return Tree.type(json).equals("Bundle") ? List.of(json) : named(edition.bundle());
    }

    JsonNode form() {
        return bundles().get(0).at("/entry/0/resource");
    }

    JsonNode draft() {
        return ofType("QuestionnaireResponse").get(0);
    }

    List<JsonNode> libraries() {
        return ofType("Library");
    }

    List<JsonNode> valueSets() {
        return ofType("ValueSet");
    }

    List<JsonNode> resources() {
        return bundles().stream()
                .flatMap(bundle -> Tree.stream(bundle.path("entry")))
                .map(entry -> entry.path("resource"))
                .toList();
    }

    private List<JsonNode> ofType(String type) {
        return resources().stream()
                .filter(resource -> Tree.type(resource).equals(type))
                .toList();
    }

    /** Of the outcome. */
    List<JsonNode> issues() {
        return named(edition.outcome()).stream()
                .flatMap(outcome -> Tree.stream(outcome.path("issue")))
                .toList();
    }

    List<JsonNode> warnings() {
        return issues().stream()
                .filter(issue -> issue.path("severity").asText().equals("warning"))
                .toList();
    }

    /** Without the version of a form. */
    List<String> forms() {
        return bundles().stream()
                .map(bundle -> bundle.at("/entry/0/resource/url").asText())
                .toList();
    }

    private List<JsonNode> named(String name) {
        Stream<JsonNode> parameters = Tree.stream(json.path("parameter"));
        return parameters
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("resource"))
                .toList();
    }

    @Override
    public String toString() {
        return edition + " " + forms();
    }
}
