package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blood pressure, ECG and electrolytes as a chart gives them to a form. */
class PrefillSafetyTest {

    private static final String PAYER = "premera";
    private static final Value YES = new Value.YesNo(true);
    private static final Value NO = new Value.YesNo(false);

    private static List<Value> pressure(int value) {
        return List.of(new Value.Amount(BigDecimal.valueOf(value), "mm[Hg]"));
    }

    private static String flag(String flag) {
        return ",'interpretation':['@FLAG#" + flag + "']";
    }

    private static FormChart ecg(String on, String members) {
        return FormChart.empty().observation("e", "LOINC#11524-6", on, members);
    }

    private static FormChart electrolytes(String sodium) {
        return FormChart.empty()
                .observation("na", "LOINC#2951-2", "2026-05-20", sodium)
                .observation("k", "LOINC#2823-3", "2026-05-21", ",'valueQuantity':{'value':4.1}" + flag("N"))
                .observation("ca", "LOINC#17861-6", "2026-05-20", ",'valueQuantity':{'value':9.4}" + flag("N"))
                .observation("mg", "LOINC#19123-9", "2026-05-20", ",'valueQuantity':{'value':2.0}" + flag("N"));
    }

    @Test
    void theLatestPressuresAreGiven() {
        FormChart chart =
                FormChart.empty().pressures("a", "2026-05-01", 180, 110).pressures("b", "2026-05-20", 130, 80);
        assertThat(chart.values(PAYER, "SystolicPressure")).isEqualTo(pressure(130));
        assertThat(chart.values(PAYER, "DiastolicPressure")).isEqualTo(pressure(80));
        assertThat(chart.grounds(PAYER, "DiastolicPressure")).containsExactly("Observation/b component.value");
    }

    @Test
    void ofOneDayTheHighestPressureCounts() {
        FormChart chart = FormChart.empty()
                .pressures("a", "2026-05-20T08:00:00Z", 150, 80)
                .pressures("b", "2026-05-20T09:00:00Z", 130, 95);
        assertThat(chart.values(PAYER, "SystolicPressure")).isEqualTo(pressure(150));
        assertThat(chart.values(PAYER, "DiastolicPressure")).isEqualTo(pressure(95));
    }

    @Test
    void aPressureOfItsOwnCountsToo() {
        FormChart chart = FormChart.empty()
                .observation("o", "LOINC#8480-6", "2026-05-20", ",'valueQuantity':{'value':128,'unit':'mmHg'}");
        assertThat(chart.values(PAYER, "SystolicPressure")).isEqualTo(pressure(128));
        assertThat(chart.values(PAYER, "DiastolicPressure")).isEmpty();
        assertThat(chart.grounds(PAYER, "SystolicPressure")).containsExactly("Observation/o value");
    }

    @Test
    void aPressureInAnotherUnitOrOfTheLastQuarterButOneIsSilence() {
        FormChart chart = FormChart.empty()
                .observation("o", "LOINC#8480-6", "2026-05-20", ",'valueQuantity':{'value':17,'unit':'kPa'}")
                .pressures("p", "2026-03-02", 130, 80);
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"N, true", "A, false", "AA, false"})
    void theEcgIsNormalOrNotAsItsFlagSays(String flag, boolean normal) {
        FormChart chart = ecg("2026-02-01", flag(flag));
        assertThat(chart.values(PAYER, "EcgIsNormal")).containsExactly(new Value.YesNo(normal));
        assertThat(chart.grounds(PAYER, "EcgIsNormal")).containsExactly("Observation/e interpretation");
    }

    @Test
    void aReportsConclusionCountsAndTheLatestDecides() {
        FormChart chart = ecg("2026-02-01", flag("A"))
                .with(
                        "DiagnosticReport",
                        "r",
                        "'status':'final','code':'@LOINC#11524-6','effectiveDateTime':'2026-04-01',"
                                + "'conclusionCode':['@SNOMED#164854000']");
        assertThat(chart.values(PAYER, "EcgIsNormal")).containsExactly(YES);
        assertThat(chart.grounds(PAYER, "EcgIsNormal")).containsExactly("DiagnosticReport/r conclusionCode");
    }

    @Test
    void whereOneDaySaysBothTheEcgIsNotNormal() {
        FormChart chart = ecg("2026-02-01", flag("N"))
                .observation("f", "LOINC#11524-6", "2026-02-01", ",'valueCodeableConcept':'@SNOMED#102594003'");
        assertThat(chart.values(PAYER, "EcgIsNormal")).containsExactly(NO);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-31, N", "2026-02-01, IND"})
    void anEcgThatIsOldOrSaysNeitherIsSilence(String on, String flag) {
        assertThat(ecg(on, flag(flag)).prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void anEcgThatIsNotFinalIsSilence() {
        FormChart chart = FormChart.empty()
                .with(
                        "Observation",
                        "e",
                        "'status':'preliminary','code':'@LOINC#11524-6','effectiveDateTime':'2026-02-01'" + flag("N"));
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'interpretation':['@FLAG#N']",
                ",'valueQuantity':{'value':140,'code':'mmol/L'},'referenceRange':[{'low':{'value':135,'code':'mmol/L'},'high':{'value':145,'code':'mmol/L'}}]",
                ",'valueQuantity':{'value':135},'referenceRange':[{'low':{'value':135}}]"
            })
    void electrolytesAreNormalWhereAllFourAre(String sodium) {
        FormChart chart = electrolytes(sodium);
        assertThat(chart.values(PAYER, "ElectrolytesAreNormal")).containsExactly(YES);
        assertThat(chart.grounds(PAYER, "ElectrolytesAreNormal")).hasSize(4).contains("Observation/k value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'valueQuantity':{'value':128},'interpretation':['@FLAG#L']",
                ",'valueQuantity':{'value':146,'code':'mmol/L'},'referenceRange':[{'low':{'value':135,'code':'mmol/L'},'high':{'value':145,'code':'mmol/L'}}]",
                ",'valueQuantity':{'value':134},'interpretation':['@FLAG#N'],'referenceRange':[{'low':{'value':135}}]"
            })
    void oneThatIsFlaggedOrBeyondItsRangeSaysNo(String sodium) {
        assertThat(electrolytes(sodium).values(PAYER, "ElectrolytesAreNormal")).containsExactly(NO);
        assertThat(FormChart.empty()
                        .observation("na", "LOINC#2951-2", "2026-05-20", sodium)
                        .values(PAYER, "ElectrolytesAreNormal"))
                .containsExactly(NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'valueQuantity':{'value':140}",
                ",'valueQuantity':{'value':140,'code':'mmol/L'},'referenceRange':[{'low':{'value':310,'code':'mg/dL'},'high':{'value':335,'code':'mg/dL'}}]",
                ",'dataAbsentReason':{'text':'lost'}"
            })
    void whereOneCanNotBeHeldAgainstARangeElectrolytesAreUnknown(String sodium) {
        assertThat(electrolytes(sodium).prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void anEarlierResultThatIsNotNormalIsOver() {
        FormChart chart = electrolytes(flag("N")).observation("old", "LOINC#2951-2", "2026-05-01", flag("HH"));
        assertThat(chart.values(PAYER, "ElectrolytesAreNormal")).containsExactly(YES);
    }

    @Test
    void resultsOfMoreThanAQuarterAgoAreSilence() {
        assertThat(FormChart.empty()
                        .observation("na", "LOINC#2951-2", "2026-03-02", flag("H"))
                        .prefill(PAYER)
                        .byDefine())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'interpretation':[{'text':'complete heart block'}]",
                ",'interpretation':['@FLAG#IND']",
                ",'interpretation':['@FLAG#N',{'text':'abnormal: LBBB'}]",
                ",'valueString':'complete heart block'",
                ""
            })
    void aLaterEcgThatIsNotUnderstoodIsSilence(String members) {
        FormChart chart = ecg("2026-02-01", flag("N")).observation("f", "LOINC#11524-6", "2026-02-02", members);
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void wordsThatAnInterpretationExplainsLeaveItStanding() {
        assertThat(ecg("2026-02-01", ",'valueString':'sinus rhythm'" + flag("N"))
                        .values(PAYER, "EcgIsNormal"))
                .containsExactly(YES);
    }

    @Test
    void anAbnormalEcgSaysNoBesideOneThatIsNotUnderstood() {
        FormChart chart = ecg("2026-02-01", flag("A"))
                .with(
                        "DiagnosticReport",
                        "r",
                        "'status':'final','code':'@LOINC#11524-6','effectiveDateTime':'2026-02-01',"
                                + "'conclusion':'see scan'");
        assertThat(chart.values(PAYER, "EcgIsNormal")).containsExactly(NO);
    }

    @Test
    void aPressureOfMoreThanANumberIsSilenceAndNoOlderOneTakesItsPlace() {
        FormChart chart = FormChart.empty()
                .pressures("p", "2026-05-01", 130, 80)
                .observation(
                        "o",
                        "LOINC#8480-6",
                        "2026-05-20",
                        ",'valueQuantity':{'value':118,'comparator':'>','code':'mm[Hg]'}");
        assertThat(chart.values(PAYER, "SystolicPressure")).isEmpty();
        assertThat(chart.values(PAYER, "DiastolicPressure")).isEqualTo(pressure(80));
    }

    @Test
    void anElectrolyteOfLessThanANumberIsHeldAgainstNoRange() {
        assertThat(electrolytes(
                                ",'valueQuantity':{'value':140,'comparator':'<'},'referenceRange':[{'low':{'value':135}}]")
                        .prefill(PAYER)
                        .byDefine())
                .isEmpty();
    }
}
