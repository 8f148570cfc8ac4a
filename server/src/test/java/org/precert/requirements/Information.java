package org.precert.requirements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** One coverage-information extension of an answer. */
record Information(JsonNode extension) {

    static final String URL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";

    /** Those of a resource. */
    static List<Information> of(JsonNode resource) {
        List<Information> all = new ArrayList<>();
        for (JsonNode extension : resource.path("extension")) {
            if (extension.path("url").asText().equals(URL)) {
                all.add(new Information(extension));
            }
        }
        return all;
    }

    boolean has(String url) {
        return !part(url).isMissingNode();
    }

    String code(String url) {
        return part(url).path("valueCode").asText();
    }

    List<String> codes(String url) {
        return parts(url).stream().map(part -> part.path("valueCode").asText()).toList();
    }

    String coverage() {
        return part("coverage").at("/valueReference/reference").asText();
    }

    String assertionId() {
        return part("coverage-assertion-id").path("valueString").asText();
    }

    List<String> reasonCodes() {
        return part("reason").at("/valueCodeableConcept/coding").findValuesAsText("code");
    }

    String reasonText() {
        return part("reason").at("/valueCodeableConcept/text").asText();
    }

    JsonNode part(String url) {
        return parts(url).stream().findFirst().orElse(MissingNode.getInstance());
    }

    List<JsonNode> parts(String url) {
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode part : extension.path("extension")) {
            if (part.path("url").asText().equals(url)) {
                parts.add(part);
            }
        }
        return parts;
    }
}
