package org.precert.dtr.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.precert.evaluation.Value;

/** Writes what a chart says as an answer to a question, where the question takes such an answer. */
record AnswerValue(ObjectMapper json) {

    private static final String UCUM = "http://unitsofmeasure.org";

    /** @return nothing where the value does not fit the question: it stays blank */
    Optional<ObjectNode> of(JsonNode question, Value value) {
        return switch (question.path("type").asText()) {
            case "boolean" -> value instanceof Value.YesNo yes ? put("valueBoolean", yes.yes()) : Optional.empty();
            case "integer" ->
                value instanceof Value.Count count ? put("valueInteger", count.number()) : Optional.empty();
            case "decimal" ->
                number(value).map(number -> json.createObjectNode().put("valueDecimal", number));
            case "date" ->
                value instanceof Value.Day day ? put("valueDate", day.day().toString()) : Optional.empty();
            case "string", "text" ->
                value instanceof Value.Words words ? put("valueString", words.words()) : Optional.empty();
            case "choice" -> value instanceof Value.Coded coded ? offered(question, coded) : Optional.empty();
            case "open-choice" ->
                value instanceof Value.Coded coded ? Optional.of(offeredOrWords(question, coded)) : Optional.empty();
            case "quantity" -> value instanceof Value.Amount amount ? quantity(question, amount) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<ObjectNode> put(String element, boolean value) {
        return Optional.of(json.createObjectNode().put(element, value));
    }

    private Optional<ObjectNode> put(String element, int value) {
        return Optional.of(json.createObjectNode().put(element, value));
    }

    private Optional<ObjectNode> put(String element, String value) {
        return Optional.of(json.createObjectNode().put(element, value));
    }

    private static Optional<BigDecimal> number(Value value) {
        if (value instanceof Value.Measure measure) {
            return Optional.of(measure.number());
        }
        return value instanceof Value.Count count ? Optional.of(BigDecimal.valueOf(count.number())) : Optional.empty();
    }

    /** R4: an open choice takes what is offered, or words. The code itself is in the evidence. */
    private ObjectNode offeredOrWords(JsonNode question, Value.Coded coded) {
        return offered(question, coded)
                .orElseGet(() -> json.createObjectNode()
                        .put(
                                "valueString",
                                coded.display().isEmpty()
                                        ? coded.code()
                                        : coded.display() + " (" + coded.code() + ")"));
    }

    private Optional<ObjectNode> offered(JsonNode question, Value.Coded coded) {
        return option(question, coded).isPresent() ? Optional.of(coding(question, coded)) : Optional.empty();
    }

    private static Optional<JsonNode> option(JsonNode question, Value.Coded coded) {
        for (JsonNode each : question.path("answerOption")) {
            JsonNode option = each.path("valueCoding");
            if (option.path("code").asText().equals(coded.code())
                    && option.path("system").asText().equals(coded.system())) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** In the form's own words where it has any. */
    private ObjectNode coding(JsonNode question, Value.Coded coded) {
        String display = option(question, coded)
                .map(option -> option.path("display").asText())
                .orElse(coded.display());
        ObjectNode answer = json.createObjectNode();
        ObjectNode coding =
                answer.putObject("valueCoding").put("system", coded.system()).put("code", coded.code());
        if (!display.isEmpty()) {
            coding.put("display", display);
        }
        return answer;
    }

    /** A unit that the form does not offer would be refused when it comes back. */
    private Optional<ObjectNode> quantity(JsonNode question, Value.Amount amount) {
        for (JsonNode extension : question.path("extension")) {
            JsonNode unit = extension.path("valueCoding");
            if (extension.path("url").asText().endsWith("/questionnaire-unitOption")
                    && unit.path("code").asText().equals(amount.unit())) {
                ObjectNode answer = json.createObjectNode();
                answer.putObject("valueQuantity")
                        .put("value", amount.number())
                        .put("unit", unit.path("display").asText(amount.unit()))
                        .put("system", UCUM)
                        .put("code", amount.unit());
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
