package org.precert.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What a person does in a form, one thing after the other, and what is answered then. */
final class Steps {

    private final Form form;
    private final Answers answers;
    private final ArrayNode steps = Answers.JSON.createArrayNode();

    /** @param answers that stand in the form; they change with each step */
    Steps(Form form, Answers answers) {
        this.form = form;
        this.answers = answers;
    }

    ArrayNode json() {
        return steps;
    }

    /** Asks for individual consideration, where a form has that; thinks better of it; asks again. */
    void askForConsideration() {
        for (boolean yes : form.items().containsKey("individual-consideration")
                ? List.of(true, false, true)
                : List.<Boolean>of()) {
            answers.byLinkId().remove("individual-consideration");
            answers.add(
                    "individual-consideration", Answers.JSON.createObjectNode().put("valueBoolean", yes));
            step("individual-consideration").put("option", yes ? "Yes" : "No");
            look();
        }
    }

    /** Ticks every drug that is not ticked. */
    void chooseDrugs() {
        for (JsonNode option : form.items().get("drug").path("answerOption")) {
            if (!answers.has("drug", Answers.value(option, "value"))) {
                answers.add("drug", option.deepCopy());
                step("drug").put("option", option.at("/valueCoding/display").asText());
                look();
            }
        }
    }

    /** Answers by keyboard the first question of each of these types that is asked and not answered. */
    void type() {
        Map<String, String> words = Map.of(
                "text",
                "As her psychiatrist, I saw no other way.",
                "string",
                "Dr. Weaver",
                "integer",
                "4",
                "date",
                "05/28/2026",
                "boolean",
                "No");
        words.keySet().stream()
                .sorted()
                .forEach(type -> form.visible(answers).stream()
                        .filter(linkId ->
                                form.items().get(linkId).path("type").asText().equals(type))
                        .filter(linkId -> !answers.byLinkId().containsKey(linkId))
                        .findFirst()
                        .ifPresent(linkId -> type(linkId, type, words.get(type))));
    }

    private void type(String linkId, String type, String words) {
        ObjectNode answer = Answers.JSON.createObjectNode();
        switch (type) {
            case "integer" -> answer.put("valueInteger", Integer.valueOf(words));
            case "date" -> answer.put("valueDate", "2026-05-28");
            case "boolean" -> answer.put("valueBoolean", false);
            default -> answer.put("valueString", words);
        }
        answers.add(linkId, answer);
        step(linkId).put(type.equals("boolean") ? "option" : "words", words);
        look();
    }

    private ObjectNode step(String linkId) {
        return steps.addObject().put("linkId", linkId);
    }

    private void look() {
        ObjectNode last = (ObjectNode) steps.get(steps.size() - 1);
        form.visible(answers).forEach(last.putArray("visible")::add);
    }
}
