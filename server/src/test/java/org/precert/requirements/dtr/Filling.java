package org.precert.requirements.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.precert.testing.Call;

/** A clinician: yes to every question that takes a yes, the first option of each list, and nothing else. */
final class Filling {

    private static final String BY_HAND = """
            {"extension": [{
              "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin",
              "extension": [
                {"url": "source", "valueCode": "manual"},
                {"url": "author", "extension": [{"url": "practitioner", "valueReference": {"reference": "Practitioner/demo-practitioner"}}]}
              ]
            }]}
            """;

    private Filling() {}

    /** The response with an answer to what was asked and is blank. */
    static ObjectNode of(JsonNode response) {
        ObjectNode filled = response.deepCopy();
        Map<String, JsonNode> given = new HashMap<>();
        Tree.items(response)
                .filter(item -> item.has("answer"))
                .forEach(item -> given.put(item.path("linkId").asText(), item.path("answer")));
        filled.set("item", items(response.at("/contained/0/item"), given));
        return filled;
    }

    private static ArrayNode items(JsonNode questions, Map<String, JsonNode> given) {
        ArrayNode items = ((ObjectNode) Call.json("{}")).putArray("item");
        for (JsonNode question : questions) {
            ObjectNode item = (ObjectNode) Call.json("{}");
            item.put("linkId", question.path("linkId").asText());
            ArrayNode within = items(question.path("item"), given);
            if (!within.isEmpty()) {
                items.add(item.set("item", within));
            } else if (given.containsKey(question.path("linkId").asText())) {
                items.add(item.set("answer", given.get(question.path("linkId").asText())));
            } else if (takes(question)) {
                item.putArray("answer").add(answer(question));
                items.add(item);
            }
        }
        return items;
    }

    private static boolean takes(JsonNode question) {
        return question.path("type").asText().equals("boolean") || question.has("answerOption");
    }

    static ObjectNode answer(JsonNode question) {
        ObjectNode answer = byHand();
        if (question.path("type").asText().equals("boolean")) {
            answer.put("valueBoolean", true);
        } else {
            answer.set("valueCoding", question.at("/answerOption/0/valueCoding"));
        }
        return answer;
    }

    /** An answer without its value. */
    static ObjectNode byHand() {
        return (ObjectNode) Call.json(BY_HAND);
    }
}
