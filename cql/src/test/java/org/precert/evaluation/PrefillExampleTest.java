package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the criteria of the demonstration policy are answered with from a chart. */
class PrefillExampleTest {

    private static final String PAYER = "example";
    private static final String PAIN = "LOINC#72514-3";

    @Test
    void painOfTheLastNinetyDaysIsGiven() {
        FormChart chart = FormChart.empty().observation("o", PAIN, "2026-03-03", ",'valueInteger':8");
        assertThat(chart.values(PAYER, "PainSeverity")).containsExactly(new Value.Measure(new BigDecimal("8")));
        assertThat(chart.grounds(PAYER, "PainSeverity")).containsExactly("Observation/o value");
    }

    @Test
    void painOfTheDayBeforeIsSilenceHere() {
        FormChart chart = FormChart.empty().observation("o", PAIN, "2026-03-02", ",'valueInteger':8");
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
        assertThat(chart.values("bcbsks", "PainScore")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"159, 99, true", "160, 99, false", "159, 100, false", "180, 120, false"})
    void bloodPressureIsHeldAgainstItsLimits(int systolic, int diastolic, boolean acceptable) {
        FormChart chart = FormChart.empty().pressures("o", "2026-05-20", systolic, diastolic);
        assertThat(chart.values(PAYER, "BloodPressureIsAcceptable")).containsExactly(new Value.YesNo(acceptable));
        assertThat(chart.grounds(PAYER, "BloodPressureIsAcceptable")).containsOnly("Observation/o component.value");
    }

    @ParameterizedTest
    @CsvSource({"128, ''", "160, no"})
    void onePressureAloneCanOnlySayNo(int systolic, String said) {
        FormChart chart = FormChart.empty()
                .observation(
                        "o",
                        "LOINC#8480-6",
                        "2026-05-20",
                        ",'valueQuantity':{'value':" + systolic + ",'code':'mm[Hg]'}");
        assertThat(chart.values(PAYER, "BloodPressureIsAcceptable"))
                .isEqualTo(said.isEmpty() ? List.of() : List.of(new Value.YesNo(false)));
    }

    @Test
    void bloodPressureOfMoreThanNinetyDaysAgoIsSilence() {
        assertThat(FormChart.empty()
                        .pressures("o", "2026-03-02", 130, 80)
                        .prefill(PAYER)
                        .byDefine())
                .isEmpty();
    }

    @Test
    void anEcgOfTheYearIsGiven() {
        FormChart chart =
                FormChart.empty().observation("e", "LOINC#11524-6", "2025-06-01", ",'interpretation':['@FLAG#N']");
        assertThat(chart.values(PAYER, "EcgIsNormalThisYear")).containsExactly(new Value.YesNo(true));
        assertThat(chart.grounds(PAYER, "EcgIsNormalThisYear")).containsExactly("Observation/e interpretation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-05-31", "2026-06-02"})
    void anEcgOfAnotherYearIsSilence(String on) {
        assertThat(FormChart.empty()
                        .observation("e", "LOINC#11524-6", on, ",'interpretation':['@FLAG#N']")
                        .prefill(PAYER)
                        .byDefine())
                .isEmpty();
    }
}
