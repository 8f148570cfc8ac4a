package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a form as a whole is found. */
class FormLayoutTest {

    private static final FormLayout SOUND = new FormLayout(SoundForm.whole());

    @Test
    void aSoundFormHasNothingWrong() {
        assertThat(SOUND.root()).isEmpty();
        assertThat(SOUND.order()).isEmpty();
        assertThat(SOUND.asked()).isEmpty();
        assertThat(SOUND.unfounded(List.of("A"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "title": "Sound",                | ""                                     | no title
            "publisher": "Precert",          | ""                                     | no publisher
            "name": "Sound",                 | "name": "Sound", "url": "http://form", | url is the server's
            "name": "Sound",                 | "name": "Sound", "version": "1",       | version is the server's
            "name": "Sound",                 | "name": "Sound", "text": {},           | text is the server's
            "active"                         | "draft"                                | not active, or of another than a patient
            ["Patient"]                      | ["Patient", "Group"]                   | not active, or of another than a patient
            "valueCode": "clinical"          | "valueCode": "patient"                 | no audience
            "totalTime"                      | "time"                                 | times do not go with the audience
            "clinicalTime"                   | "time"                                 | times do not go with the audience
            "valueCode": "under-3min"        | "valueCode": "soon"                    | times do not go with the audience
            request-specific                 | specific                               | does not say whether it is for one request alone
            """)
    void aRootThatLacksOrHasTooMuchIsFound(String piece, String by, String breach) {
        assertThat(new FormLayout(SoundForm.spoilt(piece, by.equals("\"\"") ? "" : by)).root())
                .contains(breach);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "linkId": "order"              | "linkId": "ordered"              | not order, clinical groups
            "linkId": "clinical-complete"  | "linkId": "complete"             | not order, clinical groups
            "linkId": "administrative"     | "linkId": "office"               | not order, clinical groups
            "text": "About.", "type": "display" | "text": "Ask?", "type": "boolean" | infusion: no group with a display first
            "text": "Is it so?",           | "text": "Is it so?", "required": true, | attestation: required
            """)
    void anOrderThatLeadsPeopleAstrayIsFound(String piece, String by, String breach) {
        assertThat(new FormLayout(SoundForm.spoilt(piece, by)).order()).anyMatch(each -> each.startsWith(breach));
    }

    @Test
    void aQuestionThatRestsOnNoStatementIsFound() {
        assertThat(SOUND.unfounded(List.of("B"))).containsExactly("drug");
    }

    @Test
    void aQuestionWithoutABasisIsFound() {
        assertThat(new FormLayout(SoundForm.spoilt("StructureDefinition/form-basis", "StructureDefinition/basis"))
                        .unfounded(List.of("A")))
                .contains("drug", "infusion.dose", "attestation")
                .doesNotContain("infusion", "infusion.about");
    }

    @Test
    void aBasisThatDoesNotSayWhereIsFound() {
        assertThat(new FormLayout(SoundForm.spoilt("page 1", " ")).unfounded(List.of("A")))
                .contains("drug");
    }

    @Test
    void supportThatIsAskedOfEverybodyIsFound() {
        assertThat(new FormLayout(SoundForm.spoilt(
                                "\"question\": \"individual-consideration\"", "\"question\": \"drug\""))
                        .asked())
                .containsExactly("infusion");
    }

    @Test
    void aSentenceOfTheDocumentIsFound() {
        FormLayout form =
                new FormLayout(SoundForm.spoilt("Is it so?", "Is it given only to patients with normal conduction?"));
        assertThat(form.copied("Given only to patients with normal function.")).isEmpty();
        assertThat(form.copied("Lidocaine is given\nonly to patients with normal conduction."))
                .containsExactly("attestation");
    }
}
