package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The indication that orders give to a form, by code or by reference. */
class PrefillIndicationTest {

    private static final String PAYER = "premera";

    private static FormChart reasons(String... codes) {
        return FormChart.empty().drugOrder("m", "RXNORM#6130", ",'reasonCode':['@" + String.join("','@", codes) + "']");
    }

    private static FormChart referring(String members) {
        return FormChart.empty()
                .serviceOrder("s", "CPT#96365", ",'reasonReference':[{'reference':'Condition/c'}]")
                .problem("c", "ICD10#F33.2", members);
    }

    @Test
    void reasonsAreGivenAsTheyAreCoded() {
        FormChart chart = reasons("ICD10#G90.511", "SNOMED#370143000");
        assertThat(chart.codes(PAYER, "Indication")).containsExactlyInAnyOrder("G90.511", "370143000");
        assertThat(chart.grounds(PAYER, "Indication"))
                .containsOnly("MedicationRequest/m reasonCode")
                .hasSize(2);
    }

    @Test
    void aReasonOfTwoOrdersIsGivenOnce() {
        FormChart chart = reasons("ICD10#G90.511")
                .serviceOrder(
                        "s",
                        "CPT#96365",
                        ",'reasonCode':[{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm',"
                                + "'code':'G90.511','display':'CRPS of the right arm'}]}]");
        assertThat(chart.codes(PAYER, "Indication")).containsExactly("G90.511");
    }

    @Test
    void wordsAloneAndCodesOfTheHouseAreSilence() {
        FormChart chart = FormChart.empty()
                .drugOrder(
                        "m",
                        "RXNORM#6130",
                        ",'reasonCode':[{'text':'pain'},{'coding':[{'system':'urn:house','code':'pain'}]}]");
        assertThat(chart.prefill(PAYER).byDefine()).containsOnlyKeys("Drug");
    }

    @Test
    void aProblemThatTheOrderRefersToIsItsReason() {
        FormChart chart = referring("");
        assertThat(chart.codes(PAYER, "Indication")).containsExactly("F33.2");
        assertThat(chart.grounds(PAYER, "Indication")).containsExactly("Condition/c code");
    }

    @Test
    void aReferenceInFullLeadsThereToo() {
        FormChart chart = FormChart.empty()
                .drugOrder(
                        "m", "RXNORM#6130", ",'reasonReference':[{'reference':'https://ehr.example/fhir/Condition/c'}]")
                .problem("c", "ICD10#F33.2", "");
        assertThat(chart.codes(PAYER, "Indication")).containsExactly("F33.2");
    }

    @Test
    void aProblemThatNoOrderRefersToIsSilence() {
        FormChart chart = FormChart.empty()
                .serviceOrder("s", "CPT#96365", ",'reasonReference':[{'reference':'Condition/other'}]")
                .problem("c", "ICD10#F33.2", "");
        assertThat(chart.codes(PAYER, "Indication")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error"})
    void aProblemThatIsRuledOutIsSilence(String verification) {
        FormChart chart = referring(",'verificationStatus':'@VERIFICATION#" + verification + "'");
        assertThat(chart.codes(PAYER, "Indication")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ICD10#G90.50, chronic-pain",
        "ICD10#F33.2, psychiatric",
        "ICD10#F11.20, substance-use",
        "ICD10#G89.3, cancer-pain",
        "ICD10#I47.20, other",
        "SNOMED#274663001, other"
    })
    void aCodeThatIsUnderstoodTellsItsGroup(String code, String group) {
        assertThat(reasons(code).codes(PAYER, "IndicationGroup")).containsExactly(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ICD10#R52", "ICD10#F03.90", "SNOMED#999999999", "ICD10#nonsense"})
    void aCodeThatCouldBeOfAnyGroupIsSilence(String code) {
        assertThat(reasons(code).codes(PAYER, "IndicationGroup")).isEmpty();
    }

    @Test
    void severalReasonsAreOfSeveralGroups() {
        assertThat(reasons("ICD10#G90.50", "ICD10#F33.2", "ICD10#I47.20").codes(PAYER, "IndicationGroup"))
                .containsExactly("chronic-pain", "psychiatric", "other");
    }

    @Test
    void besideAnUnclearReasonNoneIsCalledAnother() {
        assertThat(reasons("ICD10#R52", "ICD10#I47.20").codes(PAYER, "IndicationGroup"))
                .isEmpty();
    }

    @Test
    void evidenceNamesTheGroupThatItStandsFor() {
        FormChart chart = reasons("ICD10#G90.50", "ICD10#F33.2", "ICD10#I47.20");
        assertThat(chart.prefill(PAYER).byDefine().get("IndicationGroup").grounds())
                .extracting(each -> each.code() + " " + each.answerCode())
                .containsExactly("G90.50 chronic-pain", "F33.2 psychiatric", "I47.20 other");
    }
}
