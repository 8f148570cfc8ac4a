package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A binding that would leave its question empty in an EHR is found here. */
class FormDefinesTest {

    private static final FormDefines DEFINES = FormDefines.of(List.of(), """
            library SoundPrepopulation version '1'
            using FHIR version '4.0.1'
            context Patient
            define Drug: { System.Code { code: '1', system: 'urn:drugs' } }
            define DrugEvidence: { Tuple {
              source: 'MedicationRequest/1', path: 'medication', on: @2026-01-01, code: First(Drug), words: 'one' } }
            define OneDrug: First(Drug)
            define OneDrugEvidence: DrugEvidence
            define Asked: true
            define AskedEvidence: DrugEvidence
            define Silent: First(Drug)
            define Thin: First(Drug)
            define ThinEvidence: { Tuple { source: 'MedicationRequest/1' } }
            """);

    @Test
    void aDefineOfTheQuestionsTypeFits() {
        assertThat(misfits(SoundForm.whole())).isEmpty();
    }

    @Test
    void oneCodeFitsAQuestionThatRepeats() {
        assertThat(misfits(SoundForm.spoilt(".Drug", ".OneDrug"))).isEmpty();
    }

    @Test
    void aListDoesNotFitAQuestionWithOneAnswer() {
        assertThat(misfits(SoundForm.spoilt("\"repeats\": true, ", ""))).containsExactly("drug: Drug is List<Code>");
    }

    @ParameterizedTest
    @CsvSource({
        "Nothing, drug: Nothing is nothing",
        "Asked, drug: Asked is Boolean",
        "Silent, drug: SilentEvidence is null",
        "Thin, drug: ThinEvidence is List<[source]>"
    })
    void aDefineThatIsMissingOrOfAnotherTypeOrWithoutEvidenceIsFound(String define, String misfit) {
        assertThat(misfits(SoundForm.spoilt(".Drug", "." + define))).containsExactly(misfit);
    }

    @Test
    void aDefineOfAnotherLibraryIsFound() {
        assertThat(misfits(SoundForm.spoilt("SoundPrepopulation", "OtherPrepopulation")))
                .containsExactly("drug: not of the library SoundPrepopulation");
    }

    @ParameterizedTest
    @CsvSource({"text/cql, text/fhirpath", "'.Drug', '.\\\"Drug\\\"'", "'.Drug', '.Drug.code'"})
    void anExpressionThatSomeClientsCanNotReadIsFound(String piece, String by) {
        assertThat(misfits(SoundForm.spoilt(piece, by)))
                .containsExactly("drug: not text/cql of the form \"Library\".Define");
    }

    private static List<String> misfits(JsonNode form) {
        return DEFINES.misfits(FormItem.of(form));
    }
}
