package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What an answer said of a review, read off the answer itself: metrics count what was said, and not what it could have
 * been. Empty where nothing was said.
 */
record Said(String covered, String paNeeded, String docNeeded, String questionnaire) {

    static final Said NOTHING = new Said("", "", "", "");

    private static final String COVERAGE_INFORMATION =
            "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information";

    /** By coverage-assertion-id. */
    static Map<String, Said> in(JsonNode answer) {
        Map<String, Said> said = new HashMap<>();
        answer.path("systemActions").forEach(action -> addAll(said, action.path("resource")));
        // An answered form says it itself.
        addAll(said, answer);
        return said;
    }

    private static void addAll(Map<String, Said> said, JsonNode resource) {
        for (JsonNode extension : resource.path("extension")) {
            if (extension.path("url").asText().equals(COVERAGE_INFORMATION)) {
                add(said, extension.path("extension"));
            }
        }
    }

    private static void add(Map<String, Said> said, JsonNode parts) {
        said.put(
                part(parts, "coverage-assertion-id", "valueString"),
                new Said(
                        part(parts, "covered", "valueCode"),
                        part(parts, "pa-needed", "valueCode"),
                        part(parts, "doc-needed", "valueCode"),
                        part(parts, "questionnaire", "valueCanonical")));
    }

    private static String part(JsonNode parts, String url, String value) {
        for (JsonNode part : parts) {
            if (part.path("url").asText().equals(url)) {
                return part.path(value).asText();
            }
        }
        return "";
    }
}
