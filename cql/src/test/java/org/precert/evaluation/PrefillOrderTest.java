package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drug and the route that orders give to a form, and which orders count. */
class PrefillOrderTest {

    private static final String PAYER = "bcbsks";
    private static final String KETAMINE = "RXNORM#6130";

    private static String route(String code) {
        return ",'dosageInstruction':[{'route':'@SNOMED#" + code + "'}]";
    }

    @Test
    void aProductIsAnsweredByItsIngredient() {
        FormChart chart = FormChart.empty().drugOrder("m", "RXNORM#238082", "");
        assertThat(chart.codes(PAYER, "Drug")).containsExactly("6130");
        assertThat(chart.prefill(PAYER).byDefine().get("Drug").grounds())
                .extracting(Grounds::source, Grounds::path, Grounds::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "MedicationRequest/m", "medicationCodeableConcept", "238082"));
    }

    @ParameterizedTest
    @CsvSource({"HCPCS#J2003, 6387", "HCPCS#G2082, 2201623", "SNOMED#373464007, 6130"})
    void aServiceCodeThatIsADrugNamesIt(String code, String ingredient) {
        assertThat(FormChart.empty().serviceOrder("s", code, "").codes(PAYER, "Drug"))
                .containsExactly(ingredient);
    }

    @Test
    void aDetailOfTheInfusionNamesTheDrug() {
        FormChart chart =
                FormChart.empty().serviceOrder("s", "CPT#96365", ",'orderDetail':['@RXNORM#6387','@RXNORM#6130']");
        assertThat(chart.codes(PAYER, "Drug")).containsExactly("6130", "6387");
        assertThat(chart.grounds(PAYER, "Drug"))
                .containsExactly("ServiceRequest/s orderDetail", "ServiceRequest/s orderDetail");
    }

    @Test
    void anotherDrugIsSilence() {
        FormChart chart = FormChart.empty().drugOrder("m", "RXNORM#8782", route("47625008"));
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "completed", "stopped", "entered-in-error", "unknown"})
    void anOrderThatIsNotOpenIsSilenceWhereNoneIsNamed(String status) {
        FormChart chart = FormChart.empty()
                .with(
                        "MedicationRequest",
                        "m",
                        "'status':'" + status + "','medicationCodeableConcept':'@" + KETAMINE + "'"
                                + route("47625008"));
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "active", "on-hold"})
    void anOpenOrderCountsWhereNoneIsNamed(String status) {
        FormChart chart = FormChart.empty()
                .with(
                        "MedicationRequest",
                        "m",
                        "'status':'" + status + "','medicationCodeableConcept':'@" + KETAMINE + "'");
        assertThat(chart.codes(PAYER, "Drug")).containsExactly("6130");
    }

    @Test
    void anOrderWithoutAStatusIsOpen() {
        FormChart chart =
                FormChart.empty().with("MedicationRequest", "m", "'medicationCodeableConcept':'@" + KETAMINE + "'");
        assertThat(chart.codes(PAYER, "Drug")).containsExactly("6130");
    }

    @Test
    void whatIsNotToBeDoneIsSilence() {
        FormChart chart = FormChart.empty().drugOrder("m", KETAMINE, ",'doNotPerform':true");
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
        assertThat(chart.prefill(PAYER, "MedicationRequest/m").byDefine()).isEmpty();
    }

    @Test
    void ordersThatAreNamedCountAlone() {
        FormChart chart = FormChart.empty().drugOrder("m", KETAMINE, "").drugOrder("n", "RXNORM#6387", "");
        assertThat(chart.codes(PAYER, "Drug")).containsExactly("6130", "6387");
        assertThat(chart.codes(PAYER, "Drug", "MedicationRequest/n")).containsExactly("6387");
        assertThat(chart.codes(PAYER, "Drug", "MedicationRequest/another")).isEmpty();
    }

    @Test
    void anOrderThatIsNamedCountsWhateverBecameOfItUnlessItWasAnError() {
        FormChart chart = FormChart.empty()
                .with("MedicationRequest", "m", "'status':'completed','medicationCodeableConcept':'@" + KETAMINE + "'")
                .with(
                        "MedicationRequest",
                        "n",
                        "'status':'entered-in-error','medicationCodeableConcept':'@RXNORM#6387'");
        assertThat(chart.codes(PAYER, "Drug", "MedicationRequest/m", "MedicationRequest/n"))
                .containsExactly("6130");
    }

    @Test
    void aDrugOrderThatTheNamedServiceRefersToBelongsToIt() {
        FormChart chart = FormChart.empty()
                .serviceOrder("s", "CPT#96365", ",'supportingInfo':[{'reference':'MedicationRequest/m'}]")
                .drugOrder("m", KETAMINE, "")
                .drugOrder("n", "RXNORM#6387", "");
        assertThat(chart.codes(PAYER, "Drug", "ServiceRequest/s")).containsExactly("6130");
    }

    @Test
    void anInfusionOfAnotherDrugIsNoOrderOfTheForm() {
        FormChart chart = FormChart.empty()
                .serviceOrder("s", "CPT#96365", ",'orderDetail':['@RXNORM#8782'],'reasonCode':['@ICD10#D50.9']");
        assertThat(chart.prefill(PAYER).byDefine()).isEmpty();
    }

    @Test
    void anIntravenousProcedureImpliesTheRoute() {
        FormChart chart = FormChart.empty().serviceOrder("s", "CPT#96374", "");
        assertThat(chart.codes(PAYER, "Route")).containsExactly("47625008");
        assertThat(chart.grounds(PAYER, "Route")).containsExactly("ServiceRequest/s code");
    }

    @ParameterizedTest
    @CsvSource({
        "47625008, 47625008",
        "418114005, 47625008",
        "78421000, 78421000",
        "34206005, 34206005",
        "26643006, 26643006"
    })
    void aRouteIsAnsweredByTheCodeThatTheFormOffers(String ordered, String answered) {
        FormChart chart = FormChart.empty().drugOrder("m", KETAMINE, route(ordered));
        assertThat(chart.codes(PAYER, "Route")).containsExactly(answered);
        assertThat(chart.grounds(PAYER, "Route")).containsExactly("MedicationRequest/m dosageInstruction.route");
    }

    @Test
    void theIntravenousRouteWinsOverAnother() {
        FormChart chart = FormChart.empty()
                .drugOrder("m", KETAMINE, route("26643006"))
                .drugOrder("n", KETAMINE, route("47625008"));
        assertThat(chart.codes(PAYER, "Route")).containsExactly("47625008");
    }

    @Test
    void otherRoutesThatDisagreeAreSilence() {
        FormChart chart = FormChart.empty()
                .drugOrder("m", KETAMINE, route("26643006"))
                .drugOrder("n", KETAMINE, route("78421000"));
        assertThat(chart.codes(PAYER, "Route")).isEmpty();
    }

    @Test
    void aDoseThatTellsNoRouteLeavesItOpen() {
        FormChart chart = FormChart.empty()
                .drugOrder("m", KETAMINE, ",'dosageInstruction':[{'route':'@SNOMED#26643006'},{'text':'as told'}]");
        assertThat(chart.codes(PAYER, "Route")).isEmpty();
    }

    @Test
    void aRouteThatIsNotUnderstoodIsSilence() {
        assertThat(FormChart.empty()
                        .drugOrder("m", KETAMINE, route("999999999"))
                        .codes(PAYER, "Route"))
                .isEmpty();
    }

    @Test
    void whatIsOrderedByAnotherRouteIsNotWhatTheInfusionGives() {
        FormChart chart = FormChart.empty()
                .serviceOrder("s", "CPT#96365", "")
                .drugOrder("m", "RXNORM#6387", route("6064005"))
                .drugOrder("n", KETAMINE, route("47625008"));
        assertThat(chart.codes(PAYER, "Drug")).containsExactly("6130");
    }

    @Test
    void evidenceNamesTheIngredientThatItStandsFor() {
        FormChart chart = FormChart.empty().drugOrder("m", "RXNORM#238082", "").drugOrder("n", "RXNORM#6387", "");
        assertThat(chart.prefill(PAYER).byDefine().get("Drug").grounds())
                .extracting(each -> each.source() + " " + each.answerCode())
                .containsExactly("MedicationRequest/m 6130", "MedicationRequest/n 6387");
    }
}
