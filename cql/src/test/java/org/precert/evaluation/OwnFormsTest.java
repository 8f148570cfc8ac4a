package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.policy.Policy;

/** Whose answers count: those to the forms of the policy, in any version, and its adaptive twins. */
class OwnFormsTest {

    private static final Policy MEDICA =
            CaseDesk.ofTheBuild().desk().book().versions("medica").get(0);

    private static boolean counts(QuestionnaireResponse response) {
        response.setId("r");
        return OwnForms.in(new Facts(List.of(response)), MEDICA)
                .find("QuestionnaireResponse/r")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://payer.example/fhir/Questionnaire/medica-mb2300, true",
        "https://payer.example/fhir/Questionnaire/medica-mb2300|2025.08.21, true",
        "https://payer.example/fhir/Questionnaire/medica-mb2300-adaptive|1999, true",
        "https://payer.example/fhir/Questionnaire/premera-5.01.586, false",
        "https://ehr.example/fhir/Questionnaire/intake, false",
    })
    void aResponseCountsByItsForm(String form, boolean counts) {
        assertThat(counts(new QuestionnaireResponse().setQuestionnaire(form))).isEqualTo(counts);
    }

    @Test
    void anAdaptiveResponseCountsByTheFormThatItsOwnIsDerivedFrom() {
        Questionnaire contained = new Questionnaire();
        contained.setId("f");
        contained.addDerivedFrom("https://payer.example/fhir/Questionnaire/medica-mb2300-adaptive|2025.08.21");
        QuestionnaireResponse response = new QuestionnaireResponse().setQuestionnaire("#f");
        assertThat(counts(response)).isFalse();
        response.addContained(contained);
        assertThat(counts(response)).isTrue();
    }
}
