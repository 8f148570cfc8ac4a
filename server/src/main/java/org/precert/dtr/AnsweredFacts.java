package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.precert.dtr.adaptive.AnsweredForm;

/** The answers that count, as a completed response of these orders: how the policies read them. */
final class AnsweredFacts {

    private static final String CONTEXT = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/qr-context";

    /** Under this they stand among the facts: earlier ones make way for them. */
    static final String ID = "answers";

    static final String REFERENCE = "QuestionnaireResponse/" + ID;

    private AnsweredFacts() {}

    /**
     * @param form its canonical
     * @param orders Type/id
     */
    static ObjectNode of(
            ObjectMapper json, String form, AnsweredForm answered, Collection<String> orders, String patient) {
        ObjectNode facts = json.createObjectNode()
                .put("resourceType", "QuestionnaireResponse")
                .put("id", ID)
                .put("questionnaire", form)
                .put("status", "completed");
        ArrayNode context = facts.putArray("extension");
        orders.forEach(order -> context.addObject()
                .put("url", CONTEXT)
                .putObject("valueReference")
                .put("reference", order));
        facts.putObject("subject").put("reference", "Patient/" + patient);
        ArrayNode items = facts.putArray("item");
        answered.answers().forEach((linkId, answers) -> {
            ArrayNode given = items.addObject().put("linkId", linkId).putArray("answer");
            answers.forEach(answer -> given.add(answer.deepCopy()));
        });
        return facts;
    }
}
