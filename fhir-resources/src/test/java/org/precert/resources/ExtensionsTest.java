package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.List;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the project's extensions let through, and where. */
class ExtensionsTest {

    private static final String BASIS = """
            {"url": "https://precert.dev/fhir/StructureDefinition/form-basis", "extension": [
              {"url": "statement", "valueString": "A"}%s]}""";
    private static final String LOCATOR = """
            , {"url": "locator", "valueString": "Policy, statement A"}""";
    private static final String EVIDENCE = """
            {"url": "https://precert.dev/fhir/StructureDefinition/answer-evidence", "extension": [
              {"url": "source", "valueReference": {"reference": "Observation/pain"}},
              {"url": "path", "valueString": "Observation.value"},
              {"url": "on", %s},
              {"url": "define", "valueString": "PrecertElements|1.0.0#PainScore"}]}""";
    private static final String CONTINUATION = """
            {"url": "https://precert.dev/fhir/StructureDefinition/continuation", "valueString": "token"}""";

    static List<FhirFile> files() {
        return FhirFile.under("extensions");
    }

    /** The validator would fetch FHIR's own package for a StructureDefinition: the tests below show what the files do. */
    @ParameterizedTest
    @MethodSource("files")
    void aFileHasNothingThatFhirDoesNotKnow(FhirFile file) {
        FhirContext fhir = FhirContext.forR4Cached();
        assertThat(fhir.newJsonParser()
                        .setParserErrorHandler(new StrictErrorHandler())
                        .parseResource(StructureDefinition.class, file.json().toString())
                        .getType())
                .isEqualTo("Extension");
    }

    @Test
    void aQuestionTellsItsBasis() {
        assertThat(form(BASIS.formatted(LOCATOR))).isEmpty();
    }

    @Test
    void aBasisWithoutALocatorIsRefused() {
        assertThat(form(BASIS.formatted(""))).anyMatch(error -> error.contains("locator"));
    }

    @Test
    void anAnswerTellsItsEvidence() {
        assertThat(response("", EVIDENCE.formatted("\"valueDate\": \"2026-05-01\"")))
                .isEmpty();
    }

    @Test
    void evidenceOnAnInstantIsRefused() {
        assertThat(response("", EVIDENCE.formatted("\"valueInstant\": \"2026-05-01T10:00:00Z\"")))
                .anyMatch(error -> error.contains("instant"));
    }

    @Test
    void aResponseCarriesItsContinuation() {
        assertThat(response(CONTINUATION, "")).isEmpty();
    }

    @Test
    void anAnswerCarriesNoContinuation() {
        assertThat(response("", CONTINUATION)).anyMatch(error -> error.contains("continuation"));
    }

    private static List<String> form(String extension) {
        return CoreValidator.errors("""
                {"resourceType": "Questionnaire", "status": "active", "item": [
                  {"extension": [%s], "linkId": "drug", "text": "Which drug?", "type": "string"}]}""".formatted(extension));
    }

    private static List<String> response(String ofResponse, String ofAnswer) {
        return CoreValidator.errors("""
                {"resourceType": "QuestionnaireResponse", "extension": [%s], "status": "in-progress", "item": [
                  {"linkId": "pain", "answer": [{"extension": [%s], "valueDecimal": 7}]}]}""".formatted(ofResponse, ofAnswer).replace("\"extension\": [], ", ""));
    }
}
