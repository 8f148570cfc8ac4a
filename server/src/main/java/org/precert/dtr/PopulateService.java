package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.precert.dtr.call.PackageCall;

/**
 * Answers {@code $populate}: the form of the call, filled from the chart that was sent with it and from what CRD knew.
 * <a href="https://hl7.org/fhir/uv/sdc/STU3/OperationDefinition-Questionnaire-populate.html">SDC</a>
 */
record PopulateService(Packages packages, Filling filling, ObjectMapper json) {

    ObjectNode answer(PackageCall call, Asked asked) {
        Packages.Found found = packages.find(call, asked);
        List<Issue> issues = new ArrayList<>(found.issues());
        ObjectNode parameters = json.createObjectNode().put("resourceType", "Parameters");
        ArrayNode all = parameters.putArray("parameter");
        for (Packages.Wanted wanted : found.forms()) {
            Filling.Filled filled = filling.fill(wanted, found.matter(), asked);
            all.addObject().put("name", "response").set("resource", filled.response());
            filled.trouble()
                    .ifPresent(
                            trouble -> issues.add(Issue.warning("incomplete", "The form is not filled: " + trouble)));
        }
        if (!issues.isEmpty()) {
            all.addObject().put("name", "issues").set("resource", Issue.outcome(json, issues));
        }
        return parameters;
    }

    /** What the chart says to each question, met or not: {@code $gap-report}. */
    ObjectNode gaps(PackageCall call, Asked asked, Gaps gaps) {
        Packages.Found found = packages.find(call, asked);
        ObjectNode parameters = json.createObjectNode().put("resourceType", "Parameters");
        ArrayNode all = parameters.putArray("parameter");
        found.reviews().forEach(review -> all.add(gaps.report(review)));
        for (Packages.Wanted wanted : found.forms()) {
            questions(all, wanted, filling.fill(wanted, found.matter(), asked).response());
        }
        if (!found.issues().isEmpty()) {
            all.addObject().put("name", "issues").set("resource", Issue.outcome(json, found.issues()));
        }
        return parameters;
    }

    /** How much of a form is left to people. */
    private static void questions(ArrayNode all, Packages.Wanted wanted, ObjectNode response) {
        int answered = response.findValues("answer").size();
        ArrayNode parts = all.addObject().put("name", "form").putArray("part");
        parts.addObject()
                .put("name", "questionnaire")
                .put("valueCanonical", wanted.form().canonical());
        parts.addObject().put("name", "title").put("valueString", wanted.form().title());
        parts.addObject().put("name", "questions-answered-from-the-chart").put("valueInteger", answered);
        wanted.orders()
                .forEach(order -> parts.addObject()
                        .put("name", "order")
                        .putObject("valueReference")
                        .put("reference", order));
    }
}
