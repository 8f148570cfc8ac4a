package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the patient has, and what was tried, as a chart gives it to a form. */
class PrefillHistoryTest {

    private static final Value YES = new Value.YesNo(true);

    private static FormChart statement(String status, String drug) {
        return FormChart.empty()
                .with(
                        "MedicationStatement",
                        "t",
                        "'status':'" + status + "','medicationCodeableConcept':'@RXNORM#" + drug
                                + "','effectivePeriod':{'start':'2025-01-10','end':'2025-04-01'}");
    }

    @Test
    void complexRegionalPainAmongTheProblemsIsYes() {
        FormChart chart = FormChart.empty().problem("c", "ICD10#G90.511", ",'recordedDate':'2026-03-12'");
        assertThat(chart.values("example", "HasCrps")).containsExactly(YES);
        assertThat(chart.grounds("example", "HasCrps")).containsExactly("Condition/c code");
    }

    @Test
    void complexRegionalPainAsTheReasonIsYes() {
        FormChart chart = FormChart.empty().drugOrder("m", "RXNORM#6130", ",'reasonCode':['@ICD10#G57.71']");
        assertThat(chart.values("example", "HasCrps")).containsExactly(YES);
        assertThat(chart.grounds("example", "HasCrps")).containsExactly("MedicationRequest/m reasonCode");
    }

    @Test
    void onlyARefutedDiagnosisSaysNo() {
        FormChart chart =
                FormChart.empty().problem("c", "ICD10#G90.511", ",'verificationStatus':'@VERIFICATION#refuted'");
        assertThat(chart.values("example", "HasCrps")).containsExactly(new Value.YesNo(false));
        assertThat(chart.grounds("example", "HasCrps")).containsExactly("Condition/c verificationStatus");
    }

    @Test
    void aDiagnosisThatStandsAndARefutedOneContradictEachOther() {
        FormChart chart = FormChart.empty()
                .problem("c", "ICD10#G90.511", ",'verificationStatus':'@VERIFICATION#refuted'")
                .problem("d", "ICD10#G90.512", "");
        assertThat(chart.values("example", "HasCrps")).isEmpty();
    }

    @Test
    void anOrderAndARefutedDiagnosisContradictEachOther() {
        FormChart chart = FormChart.empty()
                .drugOrder("m", "RXNORM#6130", ",'reasonCode':['@ICD10#G57.71']")
                .problem("c", "ICD10#G90.511", ",'verificationStatus':'@VERIFICATION#refuted'");
        assertThat(chart.values("example", "HasCrps")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'@VERIFICATION#unconfirmed'",
                "'@VERIFICATION#provisional'",
                "'@VERIFICATION#differential'",
                "{'text':'refuted'}"
            })
    void aDiagnosisThatIsNotConfirmedIsSilenceEvenWhereTheOrderRefersToIt(String status) {
        FormChart chart = FormChart.empty()
                .drugOrder("m", "RXNORM#6130", ",'reasonReference':[{'reference':'Condition/c'}]")
                .problem("c", "ICD10#G90.511", ",'verificationStatus':" + status);
        assertThat(chart.values("example", "HasCrps")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'clinicalStatus':'@CLINICAL#resolved'",
                ",'clinicalStatus':'@CLINICAL#inactive'",
                ",'verificationStatus':'@VERIFICATION#entered-in-error'"
            })
    void aDiagnosisOfThePastOrInErrorIsSilence(String members) {
        FormChart chart = FormChart.empty().problem("c", "ICD10#G90.511", members);
        assertThat(chart.prefill("example").byDefine()).isEmpty();
    }

    @Test
    void anotherDiagnosisIsSilenceAboutComplexRegionalPain() {
        assertThat(FormChart.empty()
                        .problem("c", "ICD10#M79.7", "")
                        .prefill("example")
                        .byDefine())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"F20.9", "F33.3", "F31.64", "F53.1"})
    void psychoticSymptomsAreFoundEvenWhereTheyAreOver(String code) {
        FormChart chart = FormChart.empty().problem("c", "ICD10#" + code, ",'clinicalStatus':'@CLINICAL#resolved'");
        assertThat(chart.values("medica", "PsychoticSymptomsBefore")).containsExactly(YES);
        assertThat(chart.grounds("medica", "PsychoticSymptomsBefore")).containsExactly("Condition/c code");
    }

    @Test
    void noPsychoticSymptomsInTheChartIsSilenceAndNotNo() {
        FormChart chart = FormChart.empty()
                .problem("c", "ICD10#F20.9", ",'verificationStatus':'@VERIFICATION#refuted'")
                .problem("d", "ICD10#F33.2", "");
        assertThat(chart.prefill("medica").byDefine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "stopped"})
    void aCourseThatEndedWasTried(String status) {
        FormChart chart = statement(status, "36437");
        assertThat(chart.codes("bcbsri", "TherapiesTried")).containsExactly("36437");
        assertThat(chart.prefill("bcbsri").byDefine().get("TherapiesTried").grounds())
                .extracting(each -> each.source() + " " + each.on().orElseThrow())
                .containsExactly("MedicationStatement/t 2025-04-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "intended", "not-taken", "entered-in-error"})
    void aCourseThatDidNotEndIsSilence(String status) {
        assertThat(statement(status, "36437").prefill("bcbsri").byDefine()).isEmpty();
    }

    @Test
    void anotherDrugThatWasTakenIsSilence() {
        assertThat(statement("completed", "6809").prefill("bcbsri").byDefine()).isEmpty();
    }

    @Test
    void proceduresAndOrdersThatEndedWereTriedToo() {
        FormChart chart = FormChart.empty()
                .with("MedicationRequest", "m", "'status':'stopped','medicationCodeableConcept':'@RXNORM#7804'")
                .with("Procedure", "a", "'status':'completed','code':'@CPT#90870','performedDateTime':'2025-02-03'")
                .with("Procedure", "b", "'status':'completed','code':'@CPT#90837'")
                .with("Procedure", "c", "'status':'not-done','code':'@CPT#97110'");
        assertThat(chart.codes("bcbsks", "TherapiesTried")).containsExactlyInAnyOrder("7804", "90870", "90837");
    }

    @Test
    void aPolicyOnPainAloneIsToldNothingOfTheMind() {
        FormChart chart = statement("completed", "36437")
                .with("Procedure", "b", "'status':'completed','code':'@CPT#90837'")
                .with("Procedure", "c", "'status':'completed','code':'@CPT#97110'")
                .with("MedicationRequest", "m", "'status':'stopped','medicationCodeableConcept':'@RXNORM#7804'");
        assertThat(chart.codes("excellus", "TherapiesTried")).containsExactlyInAnyOrder("97110", "7804");
    }

    @Test
    void eachDrugCountsOnceAndPhysicalTherapyOnce() {
        FormChart chart = statement("completed", "25480")
                .with("MedicationRequest", "m", "'status':'completed','medicationCodeableConcept':'@RXNORM#25480'")
                .with("MedicationRequest", "n", "'status':'completed','medicationCodeableConcept':'@RXNORM#704'")
                .with("Procedure", "a", "'status':'completed','code':'@CPT#97110'")
                .with("Procedure", "b", "'status':'completed','code':'@SNOMED#91251008'");
        assertThat(chart.values("example", "TherapiesTriedCount")).containsExactly(new Value.Count(3));
        assertThat(chart.grounds("example", "TherapiesTriedCount")).hasSize(5);
    }

    @Test
    void noTherapyInTheChartIsSilenceAndNotNone() {
        assertThat(statement("active", "25480").prefill("example").byDefine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"90837", "0820T"})
    void psychotherapyThatIsOrderedIsPlanned(String code) {
        FormChart chart = FormChart.empty().serviceOrder("s", "CPT#" + code, "");
        assertThat(chart.values("premera", "PsychotherapyIsOrdered")).containsExactly(YES);
        assertThat(chart.grounds("premera", "PsychotherapyIsOrdered")).containsExactly("ServiceRequest/s code");
    }

    @Test
    void psychotherapyOfAnotherRequestOrThatIsOverIsSilence() {
        FormChart chart = FormChart.empty()
                .with("ServiceRequest", "s", "'status':'completed','code':'@CPT#90837'")
                .serviceOrder("t", "CPT#90834", "");
        assertThat(chart.prefill("premera", "MedicationRequest/m").byDefine()).isEmpty();
        assertThat(chart.grounds("premera", "PsychotherapyIsOrdered")).isEqualTo(List.of("ServiceRequest/t code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'intent':'order','doNotPerform':true",
                "'intent':'proposal'",
                "'intent':'plan'",
                "'intent':'option'",
                "'intent':'order','authoredOn':'2026-06-02'"
            })
    void anOrderThatIsNoCourseIsSilence(String members) {
        FormChart chart = FormChart.empty()
                .with(
                        "MedicationRequest",
                        "m",
                        "'status':'stopped','medicationCodeableConcept':'@RXNORM#25480'," + members);
        assertThat(chart.prefill("example").byDefine()).isEmpty();
    }

    @Test
    void whatLiesAfterTheDayWasNotTried() {
        FormChart chart = FormChart.empty()
                .with(
                        "MedicationStatement",
                        "t",
                        "'status':'completed','medicationCodeableConcept':'@RXNORM#36437','effectiveDateTime':'2030-01-01'")
                .with("Procedure", "p", "'status':'completed','code':'@CPT#90870','performedDateTime':'2026-06-02'");
        assertThat(chart.prefill("bcbsri").byDefine()).isEmpty();
    }

    @Test
    void whatEndedOnTheDayWasTried() {
        FormChart chart = FormChart.empty()
                .with("Procedure", "p", "'status':'completed','code':'@CPT#90870','performedDateTime':'2026-06-01'");
        assertThat(chart.codes("bcbsri", "TherapiesTried")).containsExactly("90870");
    }
}
