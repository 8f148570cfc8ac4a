package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.testing.Call;

/**
 * What somebody could answer to a question: by its type, its options and its units.
 *
 * @param yes to every question that can be answered so, which lets most others be asked; or else no
 */
record PlausibleAnswer(List<JsonNode> valueSets, boolean yes) {

    private static final String ORIGIN = """
            {
              "extension": [
                {
                  "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin",
                  "extension": [
                    {"url": "source", "valueCode": "manual"},
                    {
                      "url": "author",
                      "extension": [
                        {"url": "practitioner", "valueReference": {"reference": "Practitioner/demo-practitioner"}}
                      ]
                    }
                  ]
                }
              ]
            }
            """;

    boolean isAsked(JsonNode item) {
        return !List.of("group", "display").contains(item.path("type").asText())
                && !item.path("readOnly").asBoolean();
    }

    ObjectNode to(JsonNode item) {
        ObjectNode answer = Call.json(ORIGIN).deepCopy();
        String type = item.path("type").asText();
        switch (type) {
            case "choice", "open-choice" -> answer.setAll(option(item));
            case "boolean" -> answer.put("valueBoolean", yes);
            case "integer" -> answer.put("valueInteger", 4);
            case "decimal" -> answer.put("valueDecimal", 4.5);
            case "date" -> answer.put("valueDate", "2026-06-01");
            case "dateTime" -> answer.put("valueDateTime", "2026-06-01T09:00:00Z");
            case "string", "text" -> answer.put("valueString", words(item));
            case "url" -> answer.put("valueUri", "https://ehr.example.org/record");
            case "quantity" -> answer.set("valueQuantity", quantity(item));
            case "attachment" ->
                answer.putObject("valueAttachment")
                        .put("contentType", mimeType(item))
                        .put("data", "cmVjb3Jk")
                        .put("title", "Record");
            default -> throw new IllegalArgumentException("A question of type " + type);
        }
        return answer;
    }

    /** The first of those that are offered. */
    private ObjectNode option(JsonNode item) {
        JsonNode offered = item.at("/answerOption/0");
        if (offered.isMissingNode()) {
            ObjectNode answer = Call.json("{}").deepCopy();
            answer.set("valueCoding", coding(item.path("answerValueSet").asText()));
            return answer;
        }
        ObjectNode answer = offered.deepCopy();
        answer.remove(List.of("extension", "initialSelected"));
        return answer;
    }

    private JsonNode coding(String canonical) {
        ObjectNode coding = valueSets.stream()
                .filter(valueSet -> canonical
                        .replaceFirst("\\|.*", "")
                        .equals(valueSet.path("url").asText()))
                .map(valueSet -> valueSet.at("/expansion/contains/0"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No expansion of " + canonical))
                .deepCopy();
        return coding.retain("system", "code", "display");
    }

    private static ObjectNode quantity(JsonNode item) {
        ObjectNode quantity = Call.json("{\"value\": 1}").deepCopy();
        Nodes.extensions(item).stream()
                .filter(each -> Nodes.url(each).endsWith("/questionnaire-unitOption"))
                .map(each -> each.path("valueCoding"))
                .findFirst()
                .ifPresent(unit -> quantity.put(
                                "unit",
                                unit.path("display").asText(unit.path("code").asText()))
                        .put("system", unit.path("system").asText())
                        .put("code", unit.path("code").asText()));
        return quantity;
    }

    private static String mimeType(JsonNode item) {
        return Nodes.extensions(item).stream()
                .filter(each -> Nodes.url(each).endsWith("/mimeType"))
                .map(each -> each.path("valueCode").asText())
                .findFirst()
                .orElse("text/plain");
    }

    /** The one shape that a form wants words in is that of a trial's number. */
    private static String words(JsonNode item) {
        return Nodes.extensions(item).stream().anyMatch(each -> Nodes.url(each).endsWith("/regex"))
                ? "NCT01234567"
                : "As the record says";
    }
}
