package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pain and the scales of psychiatry, with their bands, as a chart gives them to a form. */
class PrefillScalesTest {

    private static final String PAYER = "bcbsks";
    private static final String PAIN = "LOINC#72514-3";

    private static FormChart total(String code, String value) {
        return FormChart.empty().observation("o", code, "2026-05-20", ",'valueInteger':" + value);
    }

    @Test
    void theLatestPainScoreIsGivenWithItsDay() {
        FormChart chart = FormChart.empty()
                .observation("a", PAIN, "2026-05-01", ",'valueInteger':9")
                .observation("b", PAIN, "2026-05-20T10:00:00Z", ",'valueQuantity':{'value':6.5}")
                .observation("c", PAIN, "2026-05-20T08:00:00Z", ",'valueInteger':4");
        assertThat(chart.values(PAYER, "PainScore")).containsExactly(new Value.Measure(new BigDecimal("6.5")));
        assertThat(chart.values(PAYER, "PainScoreDate")).containsExactly(new Value.Day(LocalDate.parse("2026-05-20")));
        assertThat(chart.grounds(PAYER, "PainScoreDate"))
                .containsExactlyInAnyOrder("Observation/b value", "Observation/c value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-05-31", "2026-06-02"})
    void aScoreOfMoreThanAYearAgoOrOfTheFutureIsSilence(String on) {
        assertThat(FormChart.empty()
                        .observation("o", PAIN, on, ",'valueInteger':8")
                        .prefill(PAYER)
                        .byDefine())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-01", "2026-06-01"})
    void aScoreOfTheFirstAndTheLastDayCounts(String on) {
        assertThat(FormChart.empty()
                        .observation("o", PAIN, on, ",'valueInteger':8")
                        .values(PAYER, "PainScore"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"preliminary", "entered-in-error", "cancelled", "registered"})
    void aScoreThatIsNotFinalIsSilence(String status) {
        FormChart chart = FormChart.empty()
                .with(
                        "Observation",
                        "o",
                        "'status':'" + status
                                + "','code':'@LOINC#72514-3','effectiveDateTime':'2026-05-20','valueInteger':8");
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "70"})
    void aValueBeyondTheScaleIsSilence(String value) {
        assertThat(total(PAIN, value).prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void aScoreWithoutADayIsSilence() {
        FormChart chart =
                FormChart.empty().with("Observation", "o", "'status':'final','code':'@LOINC#72514-3','valueInteger':8");
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LOINC#44261-6, Phq9, 0, none",
        "LOINC#44261-6, Phq9, 4, none",
        "LOINC#44261-6, Phq9, 5, mild",
        "LOINC#44261-6, Phq9, 10, moderate",
        "LOINC#44261-6, Phq9, 15, moderately-severe",
        "SNOMED#720433000, Phq9, 20, severe",
        "LOINC#44261-6, Phq9, 27, severe",
        "SCALE#madrs, Madrs, 6, none",
        "SCALE#madrs, Madrs, 7, mild",
        "SCALE#madrs, Madrs, 19, mild",
        "SCALE#madrs, Madrs, 20, moderate",
        "SCALE#madrs, Madrs, 34, moderate",
        "SNOMED#761873006, Madrs, 35, severe",
        "SCALE#hamd, Hamd, 7, none",
        "SCALE#hamd, Hamd, 8, mild",
        "SCALE#hamd, Hamd, 17, moderate",
        "SCALE#hamd, Hamd, 24, severe",
        "SCALE#qids, Qids, 5, none",
        "SCALE#qids, Qids, 6, mild",
        "SCALE#qids, Qids, 11, moderate",
        "SCALE#qids, Qids, 16, severe",
        "SCALE#qids, Qids, 21, very-severe",
        "SCALE#ybocs, Ybocs, 7, subclinical",
        "SCALE#ybocs, Ybocs, 8, mild",
        "SCALE#ybocs, Ybocs, 16, moderate",
        "SCALE#ybocs, Ybocs, 24, severe",
        "SCALE#ybocs, Ybocs, 32, extreme"
    })
    void aTotalHasItsDayAndItsBand(String code, String scale, int score, String band) {
        FormChart chart = total(code, String.valueOf(score));
        assertThat(chart.values(PAYER, scale + "Score")).containsExactly(new Value.Count(score));
        assertThat(chart.values(PAYER, scale + "Date")).containsExactly(new Value.Day(LocalDate.parse("2026-05-20")));
        assertThat(chart.codes(PAYER, scale + "Band")).containsExactly(band);
        assertThat(chart.grounds(PAYER, scale + "Band")).containsExactly("Observation/o value");
    }

    @Test
    void noDocumentHasBandsOfCaps5() {
        assertThat(total("SCALE#caps5", "44").prefill(PAYER).byDefine()).containsOnlyKeys("Caps5Score", "Caps5Date");
    }

    @ParameterizedTest
    @CsvSource({
        "LOINC#44261-6, 28",
        "SCALE#madrs, 61",
        "SCALE#hamd, 53",
        "SCALE#qids, 28",
        "SCALE#ybocs, 41",
        "SCALE#caps5, 81"
    })
    void aTotalBeyondTheUsualInstrumentIsSilence(String code, String value) {
        assertThat(total(code, value).prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void aFractionIsNoTotal() {
        FormChart chart =
                FormChart.empty().observation("o", "LOINC#44261-6", "2026-05-20", ",'valueQuantity':{'value':12.5}");
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void anotherQuestionnaireIsSilence() {
        assertThat(total("LOINC#70274-6", "12").prefill(PAYER).byDefine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'valueQuantity':{'value':8,'comparator':'<'}",
                ",'valueInteger':70",
                ",'valueString':'eight'",
                ",'dataAbsentReason':{'text':'not asked'}"
            })
    void whereTheLatestScoreCanNotBeReadNoOlderOneTakesItsPlace(String value) {
        FormChart chart = FormChart.empty()
                .observation("a", PAIN, "2026-05-01", ",'valueInteger':9")
                .observation("b", PAIN, "2026-05-20", value);
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void ofTheLatestDayWhatCanBeReadCounts() {
        FormChart chart = FormChart.empty()
                .observation("a", PAIN, "2026-05-20", ",'valueInteger':4")
                .observation("b", PAIN, "2026-05-20", ",'valueInteger':70");
        assertThat(chart.grounds(PAYER, "PainScore")).containsExactly("Observation/a value");
    }

    @Test
    void aTotalOfMoreThanANumberIsSilence() {
        FormChart chart = FormChart.empty()
                .observation("o", "LOINC#44261-6", "2026-05-20", ",'valueQuantity':{'value':12,'comparator':'>'}");
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }
}
