package org.precert.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.precert.coverage.Spelling;
import org.precert.dtr.adaptive.Continuation;
import org.precert.dtr.draft.DraftWriter;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** What stands around the answers of a response: whose it is, what it is for, and nothing that is ours to say. */
final class ResponseHead {

    private ResponseHead() {}

    /** Takes out coverage information, whoever put it there: it is said at the end, and by this server. */
    static void check(ObjectNode response) {
        if (!response.path("resourceType").asText().equals("QuestionnaireResponse")) {
            throw new InvalidRequest(Kind.MALFORMED, "resourceType", "A QuestionnaireResponse is needed");
        }
        if (!response.path("status").asText("in-progress").equals("in-progress")) {
            throw new InvalidRequest(
                    Kind.MALFORMED, "QuestionnaireResponse.status", "Only a response in progress can be asked on");
        }
        int continuations = 0;
        if (response.path("extension") instanceof ArrayNode extensions) {
            for (int i = extensions.size() - 1; i >= 0; i--) {
                String url = extensions.get(i).path("url").asText();
                continuations += url.equals(DraftWriter.CONTINUATION) ? 1 : 0;
                if (url.equals(Spelling.URL)) {
                    extensions.remove(i);
                }
            }
        }
        if (continuations > 1) {
            throw new InvalidRequest(
                    Kind.MALFORMED, "QuestionnaireResponse.extension", "The response has the state of two forms");
        }
    }

    /** The state of one patient's form is of no use in the response of another. */
    static void checkWhose(ObjectNode response, Continuation state) {
        String subject =
                MatterReader.local(response.path("subject").path("reference").asText());
        if (!subject.isEmpty() && !state.patient().isEmpty() && !subject.equals("Patient/" + state.patient())) {
            throw new InvalidRequest(
                    Kind.MALFORMED,
                    "QuestionnaireResponse.subject",
                    "The response is of another patient than its state");
        }
        Set<String> known = new HashSet<>(state.ordersTogether());
        state.coverages().forEach(coverage -> known.add(MatterReader.reference(coverage)));
        for (JsonNode extension : response.path("extension")) {
            String url = extension.path("url").asText();
            String reference = MatterReader.local(
                    extension.path("valueReference").path("reference").asText());
            boolean names = url.endsWith("/qr-context") || url.endsWith("/qr-coverage");
            if (names && !reference.isEmpty() && !known.isEmpty() && !known.contains(reference)) {
                throw new InvalidRequest(
                        Kind.MALFORMED,
                        "QuestionnaireResponse.extension",
                        "The response is for another order or coverage than its state");
            }
        }
    }
}
