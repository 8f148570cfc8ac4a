package org.precert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what was answered to the questions of a form, and where each answer came from. */
record AnswersWriter(PolicyForms forms) {

    private static final String ORIGIN = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin";
    private static final String EVIDENCE = "https://precert.dev/fhir/StructureDefinition/answer-evidence";

    /** @param facts what was known of the patient, the forms among it */
    void write(ArrayNode all, List<ObjectNode> facts) {
        for (ObjectNode fact : facts) {
            if (fact.path("resourceType").asText().equals("QuestionnaireResponse")) {
                String canonical = fact.path("questionnaire").asText();
                ObjectNode form = all.addObject();
                form.put("form", canonical);
                form.put("authored", fact.path("authored").asText());
                form.put("status", fact.path("status").asText());
                items(form.putArray("questions"), fact, forms.questions(canonical));
            }
        }
    }

    private static void items(ArrayNode questions, JsonNode parent, Map<String, String> texts) {
        for (JsonNode item : parent.path("item")) {
            if (item.path("answer").size() > 0) {
                question(questions.addObject(), item, texts);
            }
            items(questions, item, texts);
            item.path("answer").forEach(answer -> items(questions, answer, texts));
        }
    }

    private static void question(ObjectNode question, JsonNode item, Map<String, String> texts) {
        String linkId = item.path("linkId").asText();
        question.put("linkId", linkId);
        question.put("question", texts.getOrDefault(linkId, item.path("text").asText()));
        ArrayNode answers = question.putArray("answers");
        for (JsonNode answer : item.path("answer")) {
            ObjectNode one = answers.addObject();
            one.put("words", words(answer));
            one.put("origin", origin(answer));
            part(answer, EVIDENCE, "source")
                    .ifPresent(source -> one.put(
                            "resource", source.at("/valueReference/reference").asText()));
            part(answer, EVIDENCE, "path")
                    .ifPresent(path -> one.put("path", path.path("valueString").asText()));
        }
    }

    private static String words(JsonNode answer) {
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            if (member.getKey().startsWith("value")) {
                return words(member.getKey(), member.getValue());
            }
        }
        return "";
    }

    private static String words(String type, JsonNode value) {
        return switch (type) {
            case "valueBoolean" -> value.asBoolean() ? "Yes" : "No";
            case "valueCoding" -> firstOf(value, "display", "code");
            case "valueQuantity" -> (value.path("value").asText() + " " + firstOf(value, "unit", "code")).strip();
            case "valueReference" -> firstOf(value, "display", "reference");
            case "valueAttachment" -> "a file: " + firstOf(value, "title", "contentType");
            default -> value.asText();
        };
    }

    private static String firstOf(JsonNode value, String one, String other) {
        return value.hasNonNull(one)
                ? value.path(one).asText()
                : value.path(other).asText();
    }

    /** The guide's codes, in words. */
    private static String origin(JsonNode answer) {
        return part(answer, ORIGIN, "source")
                .map(source -> switch (source.path("valueCode").asText()) {
                    case "auto", "auto-client" -> "from the chart, by the provider's system";
                    case "auto-server" -> "from the chart, by Precert";
                    case "override" -> "from the chart, changed by a person";
                    case "manual" -> "given by a person";
                    default -> "not told";
                })
                .orElse("not told");
    }

    private static Optional<JsonNode> part(JsonNode answer, String url, String part) {
        for (JsonNode extension : answer.path("extension")) {
            if (extension.path("url").asText().equals(url)) {
                for (JsonNode each : extension.path("extension")) {
                    if (each.path("url").asText().equals(part)) {
                        return Optional.of(each);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
