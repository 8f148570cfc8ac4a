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

    @ParameterizedTest
    @CsvSource({
        "0820t, 0820T",
        "J2003-JZ, J2003",
        "j2003 JZ, J2003",
        "96365-59-RT, 96365",
        "96365, 96365",
        "J20031, J20031"
    })
    void aProcedureCodeLosesItsModifiersAndGetsItsCapital(String sent, String read) {
        assertThat(CodeSystems.canonical("http://www.ama-assn.org/go/cpt", sent))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "96365, http://www.ama-assn.org/go/cpt",
        "0820T, http://www.ama-assn.org/go/cpt",
        "J3490, http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
    })
    void aProcedureCodeTellsItsSystem(String code, String system) {
        assertThat(CodeSystems.canonicalSystem("http://www.ama-assn.org/go/cpt", code))
                .isEqualTo(system);
        assertThat(CodeSystems.canonicalSystem("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", code))
                .isEqualTo(system);
    }

    @Test
    void theCodesOfOtherSystemsAreLeftAlone() {
        assertThat(CodeSystems.canonical("http://snomed.info/sct", "aBc-1")).isEqualTo("aBc-1");
    }
}
