package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.CANDIDATES;
import static org.precert.conformance.Dtr22Rule.CHOICE;
import static org.precert.conformance.Dtr22Rule.ITEM_TEXT;
import static org.precert.conformance.Dtr22Rule.LINK_IDS;
import static org.precert.conformance.Dtr22Rule.NOT_HIDDEN;
import static org.precert.conformance.Dtr22Rule.PROHIBITED;
import static org.precert.conformance.Dtr22Rule.QUANTITY;
import static org.precert.conformance.Dtr22Rule.REFERENCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The items of a form. What the guide only warns of is asked for too: the forms are ours. */
final class Dtr22ItemRules {

    private static final List<String> OF_THE_CHART = List.of(
            DtrCanonicals.SDC + "sdc-questionnaire-initialExpression",
            DtrCanonicals.SDC + "sdc-questionnaire-candidateExpression");

    private Dtr22ItemRules() {}

    static void check(JsonNode form, Dtr22Findings findings) {
        Set<String> linkIds = new HashSet<>();
        DtrTree.items(form).forEach(item -> {
            String linkId = item.path("linkId").asText();
            findings.unless(!linkId.isEmpty() && linkIds.add(linkId), LINK_IDS, linkId);
            findings.unless(!item.path("text").asText().isBlank(), ITEM_TEXT, linkId);
            checkType(item, linkId, findings);
            checkFilling(item, linkId, findings);
            findings.unless(
                    !DtrTree.has(item, DtrCanonicals.SDC + "sdc-questionnaire-optionalDisplay"), PROHIBITED, linkId);
            findings.unless(
                    DtrTree.extensions(item, DtrCanonicals.CORE + "questionnaire-supportHyperlink")
                                    .size()
                            <= 1,
                    PROHIBITED,
                    "more than one hyperlink at " + linkId);
        });
    }

    private static void checkType(JsonNode item, String linkId, Dtr22Findings findings) {
        switch (item.path("type").asText()) {
            case "choice", "open-choice" ->
                findings.unless(
                        item.has("answerOption")
                                || item.has("answerValueSet")
                                || DtrTree.has(item, DtrCanonicals.SDC + "sdc-questionnaire-answerExpression"),
                        CHOICE,
                        linkId);
            case "quantity" ->
                findings.unless(
                        DtrTree.has(item, DtrCanonicals.CORE + "questionnaire-unitOption")
                                || DtrTree.has(item, DtrCanonicals.UNIT_VALUE_SET),
                        QUANTITY,
                        linkId);
            case "reference" -> {
                findings.unless(
                        DtrTree.has(item, DtrCanonicals.CORE + "questionnaire-referenceResource"), REFERENCE, linkId);
                findings.unless(
                        DtrTree.has(item, DtrCanonicals.SDC + "sdc-questionnaire-candidateExpression"),
                        CANDIDATES,
                        linkId);
            }
            default -> {}
        }
    }

    /** What comes from the chart can be seen and changed. */
    private static void checkFilling(JsonNode item, String linkId, Dtr22Findings findings) {
        boolean filled = OF_THE_CHART.stream().anyMatch(url -> DtrTree.has(item, url));
        boolean hidden = DtrTree.extensions(item, DtrCanonicals.CORE + "questionnaire-hidden").stream()
                .anyMatch(each -> each.path("valueBoolean").asBoolean());
        findings.unless(!filled || !(hidden || item.path("readOnly").asBoolean()), NOT_HIDDEN, linkId);
    }
}
