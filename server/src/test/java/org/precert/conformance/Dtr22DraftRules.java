package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.DRAFT;
import static org.precert.conformance.Dtr22Rule.OF_THE_FORM;
import static org.precert.conformance.Dtr22Rule.PREFILLED_BY_SERVER;

import com.fasterxml.jackson.databind.JsonNode;

/** The draft in a package. */
final class Dtr22DraftRules {

    private Dtr22DraftRules() {}

    static void check(JsonNode draft, JsonNode form, Dtr22Findings findings) {
        findings.unless(
                draft.path("status").asText().equals("in-progress"),
                DRAFT,
                draft.path("status").asText());
        String canonical =
                form.path("url").asText() + "|" + form.path("version").asText();
        String questionnaire = draft.path("questionnaire").asText();
        findings.unless(
                DtrTree.isAdaptive(form) ? questionnaire.startsWith("#") : questionnaire.equals(canonical),
                OF_THE_FORM,
                questionnaire);
        DtrTree.items(draft)
                .flatMap(item -> DtrTree.children(item.path("answer")))
                .flatMap(answer -> DtrTree.extensions(answer, DtrOrigins.URL).stream())
                .map(DtrOrigins::source)
                .forEach(source -> findings.unless(source.equals("auto-server"), PREFILLED_BY_SERVER, source));
    }
}
