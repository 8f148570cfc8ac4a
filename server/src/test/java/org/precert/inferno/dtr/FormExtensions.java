package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** 1.05, 2.05 and 2.11: the roots of the forms show how they are prefilled, in CQL of libraries that were sent. */
record FormExtensions(Scratch scratch) {

    static final String STATIC = "dtr_v201_payer_static_form_extensions_test";
    static final String ADAPTIVE = "dtr_v201_payer_adaptive_form_extensions_test";
    static final String NEXT_QUESTION = "dtr_v201_payer_adaptive_next_question_extensions_test";

    static final String CQF_LIBRARY = "http://hl7.org/fhir/StructureDefinition/cqf-library";
    static final String LAUNCH_CONTEXT =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext";

    private static final Map<String, String> EXPRESSIONS = Map.of(
            LAUNCH_CONTEXT,
            "Launch context",
            "http://hl7.org/fhir/StructureDefinition/variable",
            "Variable",
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemPopulationContext",
            "Population context");

    List<String> failures(List<JsonNode> questionnaires) {
        return Assertion.failures(() -> {
            Assertion.holds(!questionnaires.isEmpty(), "No questionnaires found.");
            List<JsonNode> found = new ArrayList<>();
            questionnaires.forEach(questionnaire -> found.addAll(check(questionnaire)));
            checkReferences();
            Assertion.holds(!found.isEmpty(), "No extensions found. Questionnaire must demonstrate prepopulation.");
            found.forEach(FormExtensions::checkLanguage);
        });
    }

    private List<JsonNode> check(JsonNode questionnaire) {
        List<JsonNode> extensions = Nodes.extensions(questionnaire);
        List<JsonNode> libraries = extensions.stream()
                .filter(each -> Nodes.url(each).equals(CQF_LIBRARY))
                .toList();
        List<JsonNode> expressions = extensions.stream()
                .filter(each -> EXPRESSIONS.containsKey(Nodes.url(each)))
                .toList();
        libraries.forEach(each ->
                scratch.referencedLibraries().add(each.path("valueCanonical").asText()));
        Assertion.holds(
                libraries.isEmpty() || expressions.isEmpty() || !scratch.takesExpressionsForMisformatted(),
                "Expression in questionnaire misformatted.");
        List<JsonNode> found = new ArrayList<>(libraries);
        found.addAll(expressions);
        return found;
    }

    /** Strings are compared: a version after a bar makes another one of it. */
    private void checkReferences() {
        Set<String> missing = new TreeSet<>(scratch.referencedLibraries());
        missing.removeAll(scratch.libraryUrls());
        Assertion.holds(
                missing.isEmpty(),
                "Some libraries referenced by cqf-libraries were not found: " + String.join(", ", missing));
    }

    private static void checkLanguage(JsonNode extension) {
        Assertion.holds(
                Nodes.url(extension).equals(CQF_LIBRARY) || Language.isCqlOrNone(extension),
                EXPRESSIONS.get(Nodes.url(extension)) + " expression logic not written in CQL.");
    }
}
