package org.precert.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The response of a form that a renderer gave back without what stood around its answers.
 *
 * @param draft that the form came with
 */
record FinishedResponse(ObjectNode draft) {

    private static final String BY_HAND = """
            [{"url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin", "extension": [
              {"url": "source", "valueCode": "manual"},
              {"url": "author", "extension": [
                {"url": "practitioner", "valueReference": {"reference": "Practitioner/demo-practitioner"}}]}]}]""";

    /** The draft with these answers: one that it had already is still the server's, any other is somebody's. */
    ObjectNode with(JsonNode exported) {
        ObjectNode finished = draft.deepCopy();
        finished.put("status", "completed");
        finished.set("item", exported.path("item").deepCopy());
        mark(finished, Answers.of(draft));
        return finished;
    }

    private static void mark(JsonNode parent, Answers before) {
        for (JsonNode item : parent.path("item")) {
            List<ObjectNode> earlier =
                    before.byLinkId().getOrDefault(item.path("linkId").asText(), List.of());
            for (JsonNode answer : item.path("answer")) {
                String value = Answers.value((ObjectNode) answer, "value");
                JsonNode origin = earlier.stream()
                        .filter(each -> Answers.value(each, "value").equals(value))
                        .findFirst()
                        .map(each -> each.path("extension"))
                        .orElseGet(FinishedResponse::byHand);
                ((ObjectNode) answer).set("extension", origin.deepCopy());
                mark(answer, before);
            }
            mark(item, before);
        }
    }

    private static JsonNode byHand() {
        try {
            return Answers.JSON.readTree(BY_HAND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
