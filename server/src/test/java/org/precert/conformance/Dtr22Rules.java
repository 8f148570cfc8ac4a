package org.precert.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.precert.conformance.Dtr22Artifacts.Reference;

/**
 * The structural rules of DTR 2.2.0, read from its FSH and pages, for there is no package of it to validate against. Empty
 * where a payer's answer keeps to them all.
 */
public final class Dtr22Rules {

    private Dtr22Rules() {}

    /** @param response the answer of {@code $questionnaire-package} */
    public static List<String> ofPackage(JsonNode response) {
        Dtr22Findings findings = new Dtr22Findings();
        Dtr22PackageRules.check(response, findings);
        for (JsonNode bundle : Dtr22PackageRules.bundles(response)) {
            Dtr22Artifacts artifacts = Dtr22Artifacts.of(bundle);
            Dtr22BundleRules.check(bundle, findings);
            Dtr22LibraryRules.check(bundle, findings);
            artifacts.checkReferences(bundle, findings);
            for (JsonNode form : DtrTree.resources(bundle, "Questionnaire")) {
                Dtr22FormRules.check(form, findings);
                Dtr22ItemRules.check(form, findings);
                new Dtr22ExpressionRules(artifacts).check(form, findings);
                for (JsonNode draft : DtrTree.resources(bundle, "QuestionnaireResponse")) {
                    Dtr22ResponseRules.check(draft, findings);
                    Dtr22DraftRules.check(draft, form, findings);
                    checkContained(draft, form, artifacts, findings);
                }
            }
        }
        return findings.texts();
    }

    /**
     * @param reply the answer of {@code $next-question}
     * @param response the package that the form came in
     */
    public static List<String> ofReply(JsonNode reply, JsonNode response) {
        Dtr22Findings findings = new Dtr22Findings();
        findings.unless(
                DtrTree.type(reply).equals("QuestionnaireResponse"), Dtr22Rule.BARE, "it is a " + DtrTree.type(reply));
        findings.unless(
                List.of("in-progress", "completed")
                        .contains(reply.path("status").asText()),
                Dtr22Rule.STATUS,
                reply.path("status").asText("none"));
        Dtr22ResponseRules.check(reply, findings);
        for (JsonNode bundle : Dtr22PackageRules.bundles(response)) {
            Dtr22Artifacts artifacts = Dtr22Artifacts.of(bundle);
            for (JsonNode form : DtrTree.resources(bundle, "Questionnaire")) {
                findings.unless(DtrTree.isAdaptive(form), Dtr22Rule.ADAPTIVE_URL, "the form is not adaptive");
                checkContained(reply, form, artifacts, findings);
            }
        }
        return findings.texts();
    }

    private static void checkContained(
            JsonNode response, JsonNode form, Dtr22Artifacts artifacts, Dtr22Findings findings) {
        Dtr22ResponseRules.checkReferences(response, form, findings);
        if (!DtrTree.isAdaptive(form)) {
            Dtr22ResponseRules.checkAnswers(response, form, findings);
            return;
        }
        Dtr22ContainedRules.check(response, form, findings);
        for (JsonNode contained : Dtr22ContainedRules.forms(response)) {
            Dtr22FormRules.checkRoot(contained, findings);
            Dtr22ItemRules.check(contained, findings);
            new Dtr22ExpressionRules(artifacts).check(contained, findings);
            Reference.of(contained).forEach(reference -> artifacts.check(reference, findings));
            artifacts.checkAnswers(contained, findings);
            Dtr22ResponseRules.checkAnswers(response, contained, findings);
        }
    }
}
