package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One enableWhen. Of several answers one is enough, but for {@code !=}, which is true where none is equal, and so where
 * there is none at all. <a href="http://hl7.org/fhir/R4/valueset-questionnaire-enable-operator.html">R4</a>
 *
 * @param question the linkId of the question that it looks at
 */
record Condition(String question, Operator operator, TypedValue expected) {

    enum Operator {
        EXISTS("exists"),
        EQUAL("="),
        NOT_EQUAL("!="),
        GREATER(">"),
        LESS("<"),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String code;

        Operator(String code) {
            this.code = code;
        }
    }

    /** @return nothing for what can not be asked */
    static Optional<Condition> of(JsonNode enableWhen) {
        List<TypedValue> expected = TypedValue.in(enableWhen, "answer");
        Optional<Operator> operator = Arrays.stream(Operator.values())
                .filter(each -> each.code.equals(enableWhen.path("operator").asText()))
                .findFirst();
        if (expected.size() != 1
                || operator.isEmpty()
                || !enableWhen.path("question").isTextual()) {
            return Optional.empty();
        }
        Condition condition = new Condition(enableWhen.path("question").textValue(), operator.get(), expected.get(0));
        boolean sound =
                condition.operator != Operator.EXISTS || expected.get(0).value().isBoolean();
        return sound ? Optional.of(condition) : Optional.empty();
    }

    boolean holds(List<TypedValue> answers) {
        return switch (operator) {
            case EXISTS -> answers.isEmpty() != expected.value().booleanValue();
            case EQUAL -> any(answers, Likeness.EQUAL, Likeness.EQUAL);
            case NOT_EQUAL -> !any(answers, Likeness.EQUAL, Likeness.EQUAL);
            case GREATER -> any(answers, Likeness.GREATER, Likeness.GREATER);
            case LESS -> any(answers, Likeness.LESS, Likeness.LESS);
            case AT_LEAST -> any(answers, Likeness.GREATER, Likeness.EQUAL);
            case AT_MOST -> any(answers, Likeness.LESS, Likeness.EQUAL);
        };
    }

    private boolean any(List<TypedValue> answers, Likeness one, Likeness other) {
        for (TypedValue answer : answers) {
            Likeness likeness = Likeness.of(answer, expected);
            if (likeness == one || likeness == other) {
                return true;
            }
        }
        return false;
    }
}
