package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dose, rate and number of infusions that orders give to a form. */
class PrefillInfusionTest {

    private static final String PAYER = "medica";

    private static String dose(String quantity) {
        return ",'dosageInstruction':[{'doseAndRate':[{" + quantity + "}]}]";
    }

    private static FormChart ordered(String members) {
        return FormChart.empty().drugOrder("m", "RXNORM#6130", members);
    }

    @Test
    void aDoseByWeightIsGiven() {
        FormChart chart = ordered(dose("'doseQuantity':{'value':0.5,'code':'mg/kg'}"));
        assertThat(chart.values(PAYER, "InfusionDose"))
                .containsExactly(new Value.Amount(new BigDecimal("0.5"), "mg/kg"));
        assertThat(chart.grounds(PAYER, "InfusionDose"))
                .containsExactly("MedicationRequest/m dosageInstruction.doseAndRate.doseQuantity");
    }

    @Test
    void aDoseThatIsNotByWeightIsSilence() {
        assertThat(ordered(dose("'doseQuantity':{'value':40,'code':'mg'}")).values(PAYER, "InfusionDose"))
                .isEmpty();
    }

    @Test
    void aDoseByAnotherRouteIsSilence() {
        FormChart chart = ordered(",'dosageInstruction':[{'route':'@SNOMED#26643006','doseAndRate':"
                + "[{'doseQuantity':{'value':0.5,'code':'mg/kg'}}]}]");
        assertThat(chart.values(PAYER, "InfusionDose")).isEmpty();
    }

    @Test
    void ordersThatDisagreeOnADoseAreSilence() {
        FormChart chart = ordered(dose("'doseQuantity':{'value':0.5,'code':'mg/kg'}"))
                .drugOrder("n", "RXNORM#6130", dose("'doseQuantity':{'value':1.0,'code':'mg/kg'}"));
        assertThat(chart.values(PAYER, "InfusionDose")).isEmpty();
        assertThat(chart.values(PAYER, "InfusionDose", "MedicationRequest/n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"mg/kg/h", "mg/kg/hr"})
    void aRateByWeightIsGiven(String unit) {
        FormChart chart = ordered(dose("'rateQuantity':{'value':0.3,'unit':'" + unit + "'}"));
        assertThat(chart.values(PAYER, "InfusionRate"))
                .containsExactly(new Value.Amount(new BigDecimal("0.3"), "mg/kg/h"));
        assertThat(chart.grounds(PAYER, "InfusionRate"))
                .containsExactly("MedicationRequest/m dosageInstruction.doseAndRate.rateQuantity");
    }

    @Test
    void aRateThatIsNotByWeightIsSilence() {
        assertThat(ordered(dose("'rateQuantity':{'value':20,'code':'mL/h'}")).values(PAYER, "InfusionRate"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "96365 | ,'quantityQuantity':{'value':6} | 6",
                "96374 | ,'occurrenceTiming':{'repeat':{'count':4}} | 4",
                "96365 | ,'quantityQuantity':{'value':6},'occurrenceTiming':{'repeat':{'count':8}} | 8"
            })
    void anInfusionOrderCountsInfusions(String code, String members, int number) {
        assertThat(FormChart.empty().serviceOrder("s", "CPT#" + code, members).values(PAYER, "InfusionNumber"))
                .containsExactly(new Value.Count(number));
    }

    @Test
    void theTimingOfTheDrugCountsInfusions() {
        FormChart chart = ordered(",'dosageInstruction':[{'timing':{'repeat':{'count':5}}}]");
        assertThat(chart.values(PAYER, "InfusionNumber")).containsExactly(new Value.Count(5));
        assertThat(chart.grounds(PAYER, "InfusionNumber"))
                .containsExactly("MedicationRequest/m dosageInstruction.timing.repeat.count");
    }

    @Test
    void furtherHoursAreNoInfusions() {
        assertThat(FormChart.empty()
                        .serviceOrder("s", "CPT#96366", ",'quantityQuantity':{'value':6}")
                        .values(PAYER, "InfusionNumber"))
                .isEmpty();
    }

    @Test
    void anOrderThatCountsNothingIsSilence() {
        assertThat(ordered("").prefill(PAYER).byDefine()).containsOnlyKeys("Drug");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'value':0",
                "'value':-3",
                "'value':10.9",
                "'value':10,'comparator':'>'",
                "'value':6,'unit':'h'",
                "'value':6,'code':'mg'"
            })
    void aQuantityThatCountsNoInfusionsIsSilence(String quantity) {
        assertThat(FormChart.empty()
                        .serviceOrder("s", "CPT#96365", ",'quantityQuantity':{" + quantity + "}")
                        .values(PAYER, "InfusionNumber"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{infusion}", "{infusions}", "infusion", "infusions"})
    void aQuantityOfInfusionsIsTheirNumber(String unit) {
        assertThat(FormChart.empty()
                        .serviceOrder("s", "CPT#96365", ",'quantityQuantity':{'value':6.0,'unit':'" + unit + "'}")
                        .values(PAYER, "InfusionNumber"))
                .containsExactly(new Value.Count(6));
    }

    @Test
    void aDoseOfLessThanANumberIsSilence() {
        assertThat(ordered(dose("'doseQuantity':{'value':0.5,'comparator':'<','code':'mg/kg'}"))
                        .values(PAYER, "InfusionDose"))
                .isEmpty();
    }
}
