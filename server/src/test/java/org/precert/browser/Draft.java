package org.precert.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Answers to every question that a chart can answer, whatever the chart: what the questions themselves offer. */
final class Draft {

    private Draft() {}

    static Answers of(Form form) {
        Answers answers = new Answers();
        for (Map.Entry<String, JsonNode> item : form.items().entrySet()) {
            if (isBound(item.getValue())) {
                answer(item.getKey(), item.getValue(), answers);
            }
        }
        return answers;
    }

    private static boolean isBound(JsonNode item) {
        for (JsonNode extension : item.path("extension")) {
            if (extension.path("url").asText().endsWith("initialExpression")) {
                return true;
            }
        }
        return false;
    }

    private static void answer(String linkId, JsonNode item, Answers answers) {
        ObjectNode answer = Answers.JSON.createObjectNode();
        switch (item.path("type").asText()) {
            case "boolean" -> answers.add(linkId, answer.put("valueBoolean", true));
            case "integer" -> answers.add(linkId, answer.put("valueInteger", 6));
            case "decimal" -> answers.add(linkId, answer.put("valueDecimal", 7.5));
            case "date" -> answers.add(linkId, answer.put("valueDate", "2026-05-20"));
            case "quantity" -> {
                answer.putObject("valueQuantity").put("value", 0.5).setAll((ObjectNode)
                        unit(item).deepCopy());
                answers.add(linkId, answer);
            }
            case "choice", "open-choice" -> choose(linkId, item, answers);
            default -> throw new AssertionError("What a chart answers to " + linkId + ": teach it here");
        }
    }

    /** The first option; of the groups of indications two, so that questions of both are asked. */
    private static void choose(String linkId, JsonNode item, Answers answers) {
        int options = item.path("repeats").asBoolean() && !linkId.equals("drug") ? 2 : 1;
        for (int i = 0; i < options; i++) {
            answers.add(linkId, item.path("answerOption").path(i).deepCopy());
        }
    }

    /** As {unit, system, code}. */
    private static JsonNode unit(JsonNode item) {
        for (JsonNode extension : item.path("extension")) {
            JsonNode coding = extension.path("valueCoding");
            if (extension.path("url").asText().endsWith("questionnaire-unitOption")) {
                return Answers.JSON
                        .createObjectNode()
                        .put("unit", coding.path("display").asText())
                        .put("system", coding.path("system").asText())
                        .put("code", coding.path("code").asText());
            }
        }
        throw new AssertionError("A quantity without units: " + item.path("linkId"));
    }
}
