package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSystemsTest {

    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";

    private final CodeSystems systems = new CodeSystems(Terminology.all());

    @ParameterizedTest
    @ValueSource(
            strings = {
                ICD,
                "https://hl7.org/fhir/sid/icd-10-cm",
                "http://hl7.org/fhir/sid/icd-10-cm/",
                "urn:oid:2.16.840.1.113883.6.90"
            })
    void eachNameOfACodeSystemIsReadAsThePreferredOne(String name) {
        assertThat(systems.canonical(name)).isEqualTo(ICD);
    }

    @Test
    void aSystemWithoutOtherNamesStaysWhatItIs() {
        assertThat(systems.canonical("urn:oid:2.999")).isEqualTo("urn:oid:2.999");
    }

    @ParameterizedTest
    @CsvSource({
        "G90.50, G90.50",
        "G9050, G90.50",
        "g9050, G90.50",
        "' F33.2 ', F33.2",
        "F332, F33.2",
        "R52, R52",
        "i48, I48"
    })
    void anIcdCodeGetsItsDotAndItsCapital(String sent, String read) {
        assertThat(CodeSystems.canonical(ICD, sent)).isEqualTo(read);
    }

    @Test
    void theCodesOfOtherSystemsAreLeftAlone() {
        assertThat(CodeSystems.canonical("http://www.ama-assn.org/go/cpt", "0820t"))
                .isEqualTo("0820t");
    }
}
