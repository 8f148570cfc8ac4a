package org.precert.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Questionnaire, and who of its questions is asked after which answers. */
record Form(String name, ObjectNode questionnaire) {

    /** Every item, by its linkId, in order; groups before what is in them. */
    Map<String, JsonNode> items() {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        collect(questionnaire, items);
        return items;
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> items) {
        for (JsonNode item : parent.path("item")) {
            items.put(item.path("linkId").asText(), item);
            collect(item, items);
        }
    }

    /** The linkIds that are to be seen. */
    List<String> visible(Answers answers) {
        List<String> visible = new ArrayList<>();
        see(questionnaire, answers, visible);
        return visible;
    }

    private static void see(JsonNode parent, Answers answers, List<String> visible) {
        for (JsonNode item : parent.path("item")) {
            if (isEnabled(item, answers, visible)) {
                visible.add(item.path("linkId").asText());
                see(item, answers, visible);
            }
        }
    }

    /** What hangs on a question that is not to be seen is not asked either. */
    private static boolean isEnabled(JsonNode item, Answers answers, List<String> visible) {
        JsonNode conditions = item.path("enableWhen");
        int met = 0;
        for (JsonNode condition : conditions) {
            String question = condition.path("question").asText();
            if (visible.contains(question)
                    && isMet(condition, answers.byLinkId().getOrDefault(question, List.of()))) {
                met++;
            }
        }
        boolean all = item.path("enableBehavior").asText("all").equals("all");
        return conditions.isEmpty() || (all ? met == conditions.size() : met > 0);
    }

    private static boolean isMet(JsonNode condition, List<ObjectNode> answers) {
        String operator = condition.path("operator").asText();
        return switch (operator) {
            case "=" ->
                answers.stream()
                        .anyMatch(each -> Answers.value(each, "value").equals(Answers.value(condition, "answer")));
            case ">=" ->
                answers.stream()
                        .anyMatch(each -> each.path("valueInteger").asInt()
                                >= condition.path("answerInteger").asInt());
            default -> throw new AssertionError("A condition with " + operator + ": teach it here");
        };
    }
}
