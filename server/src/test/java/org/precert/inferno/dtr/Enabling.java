package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Whether a question is asked, given the answers so far. */
record Enabling(JsonNode response) {

    boolean holds(JsonNode item) {
        List<JsonNode> conditions = Nodes.children(item.path("enableWhen")).toList();
        return conditions.isEmpty()
                || (item.path("enableBehavior").asText().equals("any")
                        ? conditions.stream().anyMatch(this::isMet)
                        : conditions.stream().allMatch(this::isMet));
    }

    private boolean isMet(JsonNode condition) {
        List<JsonNode> answers = answers(response, condition.path("question").asText());
        String operator = condition.path("operator").asText();
        return operator.equals("exists")
                ? condition.path("answerBoolean").asBoolean() != answers.isEmpty()
                : answers.stream().anyMatch(answer -> compares(answer, operator, condition));
    }

    private static boolean compares(JsonNode answer, String operator, JsonNode condition) {
        JsonNode given = value(answer, "value");
        JsonNode wanted = value(condition, "answer");
        boolean equal = given.isObject() && given.has("code")
                ? given.path("code").equals(wanted.path("code"))
                        && given.path("system").equals(wanted.path("system"))
                : given.equals(wanted);
        return switch (operator) {
            case "=" -> equal;
            case "!=" -> !equal;
            default -> ordered(given, operator, wanted);
        };
    }

    private static boolean ordered(JsonNode given, String operator, JsonNode wanted) {
        int order = given.isNumber()
                ? given.decimalValue().compareTo(wanted.decimalValue())
                : number(given).compareTo(number(wanted));
        return switch (operator) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static BigDecimal number(JsonNode quantity) {
        return quantity.path("value").decimalValue();
    }

    private static JsonNode value(JsonNode element, String choice) {
        return element.properties().stream()
                .filter(field -> field.getKey().startsWith(choice))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static List<JsonNode> answers(JsonNode parent, String linkId) {
        return Nodes.children(parent.path("item"))
                .flatMap(item -> Stream.concat(
                        item.path("linkId").asText().equals(linkId)
                                ? Nodes.children(item.path("answer"))
                                : Stream.empty(),
                        answers(item, linkId).stream()))
                .toList();
    }
}
