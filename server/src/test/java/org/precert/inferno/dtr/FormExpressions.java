package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 1.06, 2.06 and 2.12: some item shows how it is prefilled, and all such expressions are CQL. */
record FormExpressions(Scratch scratch) {

    static final String STATIC = "dtr_v201_payer_static_form_expressions_test";
    static final String ADAPTIVE = "dtr_v201_payer_adaptive_form_expressions_test";
    static final String NEXT_QUESTION = "dtr_v201_payer_adaptive_next_question_expressions_test";

    static final String INITIAL = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression";

    private static final Map<String, String> EXPRESSIONS = Map.of(
            INITIAL,
            "Initial",
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-candidateExpression",
            "Candidate",
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-contextExpression",
            "Context");

    /** @param last of its flow: the kit then forgets the libraries, unless it stumbled over the items before */
    List<String> failures(List<JsonNode> questionnaires, boolean last) {
        return Assertion.failures(() -> {
            Assertion.holds(!questionnaires.isEmpty(), "No questionnaires found.");
            List<JsonNode> found = new ArrayList<>();
            questionnaires.forEach(questionnaire -> found.addAll(check(questionnaire)));
            if (last) {
                scratch.reset();
            }
            Assertion.holds(!found.isEmpty(), "No extensions found. Questionnaire must demonstrate prepopulation.");
            found.forEach(FormExpressions::checkLanguage);
        });
    }

    private List<JsonNode> check(JsonNode questionnaire) {
        List<JsonNode> items = Nodes.children(questionnaire.path("item")).toList();
        boolean hasLibrary = Nodes.extensions(questionnaire).stream()
                .anyMatch(each -> Nodes.url(each).equals(FormExtensions.CQF_LIBRARY));
        if (hasLibrary) {
            checkUpperTwoLevels(items);
        }
        return items.stream()
                .flatMap(FormExpressions::withDescendants)
                .flatMap(item -> Nodes.extensions(item).stream())
                .filter(FormExpressions::isPrefill)
                .toList();
    }

    /**
     * Below the second level the kit drops what it found. Any other expression that is not CQL makes it add a number to a
     * list of messages, which ends the test in an error.
     */
    private void checkUpperTwoLevels(List<JsonNode> items) {
        List<JsonNode> extensions = items.stream()
                .flatMap(item -> Stream.concat(Stream.of(item), Nodes.children(item.path("item"))))
                .flatMap(item -> Nodes.extensions(item).stream())
                .toList();
        extensions.stream()
                .filter(each -> !isPrefill(each))
                .forEach(each -> Assertion.holds(
                        Language.isCqlOrNone(each), "TypeError: " + Nodes.url(each) + " is not written in CQL."));
        Assertion.holds(
                extensions.stream().noneMatch(FormExpressions::isPrefill) || !scratch.takesExpressionsForMisformatted(),
                "Expression in questionnaire misformatted.");
    }

    private static boolean isPrefill(JsonNode extension) {
        return EXPRESSIONS.containsKey(Nodes.url(extension));
    }

    private static void checkLanguage(JsonNode extension) {
        Assertion.holds(
                Language.isCqlOrNone(extension),
                EXPRESSIONS.get(Nodes.url(extension)) + " expression logic not written in CQL.");
    }

    private static Stream<JsonNode> withDescendants(JsonNode item) {
        return Stream.concat(
                Stream.of(item), Nodes.children(item.path("item")).flatMap(FormExpressions::withDescendants));
    }
}
