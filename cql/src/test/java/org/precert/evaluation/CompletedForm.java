package org.precert.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers by their questions, spelled out as a QuestionnaireResponse that a DTR app filled for an order. */
final class CompletedForm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTEXT = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/qr-context";
    private static final String CODE_SYSTEMS = "https://precert.dev/fhir/CodeSystem/";
    private static final Set<String> OUR_CODES = Set.of("indication-group", "line-of-business");
    private static final Map<String, String> GROUPS = Map.of(
            "drug", "order",
            "route", "order",
            "indication", "order",
            "indication-group", "order",
            "line-of-business", "administrative",
            "coverage-order", "administrative",
            "attestation", "administrative");

    private CompletedForm() {}

    static ObjectNode of(String order, Map<String, ?> answers) {
        return of("form", order, 1, answers);
    }

    /** @param depth how many groups stand around a question */
    static ObjectNode of(String id, String order, int depth, Map<String, ?> answers) {
        ObjectNode form = JSON.createObjectNode()
                .put("resourceType", "QuestionnaireResponse")
                .put("id", id)
                .put("status", "completed");
        form.putArray("extension")
                .addObject()
                .put("url", CONTEXT)
                .putObject("valueReference")
                .put("reference", order);
        answers.forEach((question, answer) -> {
            ObjectNode item = form;
            for (int level = 0; level < depth; level++) {
                item = item(item, GROUPS.getOrDefault(question, "criteria") + "-".repeat(level));
            }
            ArrayNode given = item(item, question).putArray("answer");
            (answer instanceof List<?> several ? several : List.of(answer))
                    .forEach(each -> put(given.addObject(), question, each));
        });
        return form;
    }

    private static ObjectNode item(ObjectNode parent, String linkId) {
        for (var item : parent.withArray("item")) {
            if (item.path("linkId").asText().equals(linkId)) {
                return (ObjectNode) item;
            }
        }
        return parent.withArray("item").addObject().put("linkId", linkId);
    }

    private static void put(ObjectNode answer, String question, Object value) {
        if (value instanceof Boolean yes) {
            answer.put("valueBoolean", yes);
        } else if (value instanceof Integer count) {
            answer.put("valueInteger", count);
        } else if (value instanceof Number number) {
            answer.put("valueDecimal", new BigDecimal(number.toString()));
        } else if (value.toString().contains("#")) {
            answer.set("valueCoding", CaseQuestion.codings(value.toString()).get(0));
        } else if (OUR_CODES.contains(question)) {
            answer.putObject("valueCoding")
                    .put("system", CODE_SYSTEMS + question)
                    .put("code", value.toString());
        } else {
            answer.put("valueString", value.toString());
        }
    }
}
