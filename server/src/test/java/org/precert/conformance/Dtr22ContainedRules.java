package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.ADAPTIVE_URL;
import static org.precert.conformance.Dtr22Rule.CONTAINED_FORM;
import static org.precert.conformance.Dtr22Rule.DERIVED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The form that the response to an adaptive form contains. */
final class Dtr22ContainedRules {

    private Dtr22ContainedRules() {}

    static List<JsonNode> forms(JsonNode response) {
        return DtrTree.children(response.path("contained"))
                .filter(each -> DtrTree.type(each).equals("Questionnaire"))
                .toList();
    }

    /** @param form the one that was searched for */
    static void check(JsonNode response, JsonNode form, Dtr22Findings findings) {
        JsonNode contained = response.at("/contained/0");
        findings.unless(
                response.path("contained").size() == 1
                        && forms(response).size() == 1
                        && response.path("questionnaire")
                                .asText()
                                .equals("#" + contained.path("id").asText()),
                CONTAINED_FORM,
                response.path("questionnaire").asText() + " of "
                        + response.path("contained").size());
        findings.unless(
                DtrTree.extensions(contained, DtrCanonicals.ADAPTIVE).size() == 1, ADAPTIVE_URL, "in the response");
        String canonical =
                form.path("url").asText() + "|" + form.path("version").asText();
        findings.unless(
                DtrTree.children(contained.path("derivedFrom"))
                        .anyMatch(each -> each.asText().equals(canonical)),
                DERIVED,
                contained.path("derivedFrom").toString());
    }
}
