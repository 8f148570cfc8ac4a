package org.precert.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers by linkId, each as the answer of a QuestionnaireResponse has it: {"valueInteger": 6}. */
record Answers(Map<String, List<ObjectNode>> byLinkId) {

    static final ObjectMapper JSON = new ObjectMapper();

    Answers() {
        this(new LinkedHashMap<>());
    }

    /** Of a QuestionnaireResponse. */
    static Answers of(JsonNode response) {
        Answers answers = new Answers();
        answers.collect(response);
        return answers;
    }

    private void collect(JsonNode parent) {
        for (JsonNode item : parent.path("item")) {
            for (JsonNode answer : item.path("answer")) {
                add(item.path("linkId").asText(), answer.deepCopy());
                collect(answer);
            }
            collect(item);
        }
    }

    void add(String linkId, ObjectNode answer) {
        byLinkId.computeIfAbsent(linkId, id -> new ArrayList<>()).add(answer);
    }

    boolean has(String linkId, String value) {
        return byLinkId.getOrDefault(linkId, List.of()).stream()
                .anyMatch(each -> value(each, "value").equals(value));
    }

    /** For comparison: what each is, whatever it is called. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new TreeMap<>();
        byLinkId.forEach((linkId, answers) -> values.put(
                linkId,
                answers.stream().map(each -> value(each, "value")).sorted().toList()));
        return values;
    }

    /** As in valueCoding. */
    static String type(ObjectNode answer) {
        List<String> names = new ArrayList<>();
        answer.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> name.startsWith("value"))
                .findFirst()
                .orElseThrow();
    }

    /** The one field of a node that begins so, with its type; of a coding the code, of an amount number and unit. */
    static String value(JsonNode node, String prefix) {
        StringBuilder value = new StringBuilder();
        node.fields().forEachRemaining(field -> {
            if (field.getKey().startsWith(prefix)) {
                value.append(field.getKey().substring(prefix.length()))
                        .append(' ')
                        .append(text(field.getValue()));
            }
        });
        return value.toString();
    }

    private static String text(JsonNode value) {
        if (value.has("value")) {
            String unit = value.path("code").asText(value.path("unit").asText());
            return value.path("value").decimalValue().stripTrailingZeros().toPlainString() + " " + unit;
        }
        if (value.has("code")) {
            return value.path("system").asText() + "|" + value.path("code").asText();
        }
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
    }

    /** As a QuestionnaireResponse to this form. */
    ObjectNode response(Form form) {
        ObjectNode response = JSON.createObjectNode()
                .put("resourceType", "QuestionnaireResponse")
                .put("questionnaire", form.questionnaire().path("url").asText())
                .put("status", "in-progress");
        fill(form.questionnaire(), response);
        return response;
    }

    private boolean fill(JsonNode from, ObjectNode to) {
        boolean any = false;
        for (JsonNode item : from.path("item")) {
            ObjectNode filled =
                    JSON.createObjectNode().put("linkId", item.path("linkId").asText());
            List<ObjectNode> answers =
                    byLinkId.getOrDefault(filled.path("linkId").asText(), List.of());
            answers.forEach(answer -> filled.withArray("answer").add(answer.deepCopy()));
            if (fill(item, filled) || !answers.isEmpty()) {
                to.withArray("item").add(filled);
                any = true;
            }
        }
        return any;
    }
}
