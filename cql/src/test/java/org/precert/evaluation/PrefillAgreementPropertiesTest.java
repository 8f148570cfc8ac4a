package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.precert.decision.Answer;
import org.precert.decision.Finding;
import org.precert.policy.Policy;

/** A form is filled with what the policy itself reads of the same chart: neither knows more than the other. */
class PrefillAgreementPropertiesTest {

    private static final String ORDER = "MedicationRequest/m";

    /** Adds one record to a chart, under an id of its own. */
    private interface Entry {
        void into(FormChart chart, String id);
    }

    @Property(tries = 150)
    void theFormSaysWhatThePolicyReads(@ForAll("charts") FormChart chart) {
        PolicyDesk desk = CaseDesk.ofTheBuild().desk();
        Policy policy = desk.book().versions("example").get(0);
        Map<String, Answer> read = desk
                .rule(
                        policy,
                        new Question(
                                ORDER,
                                List.of(ORDER),
                                "Coverage/member",
                                Optional.of("commercial"),
                                List.of(),
                                FormChart.DAY,
                                "p",
                                chart.facts()))
                .findings()
                .criteria()
                .stream()
                .collect(Collectors.toMap(Finding::id, Finding::answer));

        Map<String, Known> filled = chart.prefill("example", ORDER).byDefine();
        assertThat(yesNo(filled, "HasCrps")).isEqualTo(read.get("crps"));
        assertThat(yesNo(filled, "EcgIsNormalThisYear")).isEqualTo(read.get("ecg"));
        assertThat(yesNo(filled, "BloodPressureIsAcceptable")).isEqualTo(read.get("blood-pressure"));
        assertThat(pain(filled)).isEqualTo(read.get("pain-severity"));
        assertThat(therapies(filled)).isEqualTo(read.get("therapies-tried"));
        assertThat(plan(filled)).isEqualTo(read.get("infusion-plan"));
    }

    private static Answer yesNo(Map<String, Known> filled, String define) {
        return values(filled, define)
                .map(value -> ((Value.YesNo) value).yes() ? Answer.YES : Answer.NO)
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    private static Answer pain(Map<String, Known> filled) {
        return values(filled, "PainSeverity")
                .map(value -> ((Value.Measure) value).number().intValue() >= 7 ? Answer.YES : Answer.NO)
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    /** Fewer than three in a chart say nothing. */
    private static Answer therapies(Map<String, Known> filled) {
        return values(filled, "TherapiesTriedCount")
                .map(value -> ((Value.Count) value).number() >= 3 ? Answer.YES : Answer.UNKNOWN)
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    private static Answer plan(Map<String, Known> filled) {
        return values(filled, "InfusionNumber")
                .map(value -> ((Value.Count) value).number() <= 10 ? Answer.YES : Answer.NO)
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    private static Stream<Value> values(Map<String, Known> filled, String define) {
        return Optional.ofNullable(filled.get(define)).stream().flatMap(known -> known.values().stream());
    }

    @Provide
    Arbitrary<FormChart> charts() {
        return Combinators.combine(
                        Arbitraries.of(
                                "",
                                ",'timing':{'repeat':{'count':6}}",
                                ",'timing':{'repeat':{'count':12}}",
                                ",'timing':{'repeat':{'count':0}}"),
                        entries().list().ofMaxSize(12))
                .as(PrefillAgreementPropertiesTest::chart);
    }

    private static FormChart chart(String plan, List<Entry> entries) {
        FormChart chart = FormChart.empty()
                .drugOrder(
                        "m",
                        "RXNORM#6130",
                        ",'reasonCode':['@ICD10#G89.4'],'dosageInstruction':[{'route':'@SNOMED#47625008'" + plan
                                + "}]");
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).into(chart, "r" + i);
        }
        return chart;
    }

    private static Arbitrary<Entry> entries() {
        return Arbitraries.oneOf(scores(), pressures(), ecgs(), problems(), courses());
    }

    private static Arbitrary<String> days() {
        return Arbitraries.of(0, 1, 89, 90, 91, 300, 365, 366, -1)
                .map(days -> FormChart.DAY.minusDays(days).toString());
    }

    private static Arbitrary<String> statuses() {
        return Arbitraries.of("final", "final", "amended", "preliminary", "entered-in-error");
    }

    private static Arbitrary<Entry> scores() {
        return Combinators.combine(days(), statuses(), scoreValues())
                .as((on, status, value) -> (chart, id) -> chart.with(
                        "Observation",
                        id,
                        "'status':'" + status + "','code':'@LOINC#72514-3','effectiveDateTime':'" + on + "'" + value));
    }

    private static Arbitrary<String> scoreValues() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 12).map(score -> ",'valueInteger':" + score),
                Arbitraries.of(
                        ",'valueQuantity':{'value':8,'comparator':'<'}",
                        ",'valueQuantity':{'value':8}",
                        ",'dataAbsentReason':{'text':'not asked'}"));
    }

    private static Arbitrary<Entry> pressures() {
        return Combinators.combine(days(), Arbitraries.of(120, 159, 160), Arbitraries.of(80, 99, 100))
                .as((on, systolic, diastolic) -> (chart, id) -> chart.pressures(id, on, systolic, diastolic));
    }

    private static Arbitrary<Entry> ecgs() {
        return Combinators.combine(
                        days(),
                        statuses(),
                        Arbitraries.of(
                                ",'interpretation':['@FLAG#N']",
                                ",'interpretation':['@FLAG#N'],'valueString':'rhythm'",
                                ",'interpretation':['@FLAG#A']",
                                ",'interpretation':['@FLAG#IND']",
                                ",'interpretation':['@FLAG#N',{'text':'block'}]",
                                ",'valueString':'block'"))
                .as((on, status, said) -> (chart, id) -> chart.with(
                        "Observation",
                        id,
                        "'status':'" + status + "','code':'@LOINC#11524-6','effectiveDateTime':'" + on + "'" + said));
    }

    private static Arbitrary<Entry> problems() {
        return Combinators.combine(
                        Arbitraries.of("G90.511", "M79.7"),
                        Arbitraries.of("confirmed", "confirmed", "provisional", "refuted", "entered-in-error"),
                        Arbitraries.of("active", "resolved"))
                .as((code, verification, clinical) -> (chart, id) -> chart.problem(
                        id,
                        "ICD10#" + code,
                        ",'verificationStatus':'@VERIFICATION#" + verification + "','clinicalStatus':'@CLINICAL#"
                                + clinical + "'"));
    }

    private static Arbitrary<Entry> courses() {
        return Combinators.combine(
                        Arbitraries.of("25480", "704", "72625", "36437"),
                        Arbitraries.of("completed", "stopped", "active"),
                        Arbitraries.of(
                                "", "", ",'effectiveDateTime':'2026-06-01'", ",'effectiveDateTime':'2026-06-02'"))
                .as((drug, status, on) -> (chart, id) -> chart.with(
                        "MedicationStatement",
                        id,
                        "'status':'" + status + "','medicationCodeableConcept':'@RXNORM#" + drug + "'" + on));
    }
}
