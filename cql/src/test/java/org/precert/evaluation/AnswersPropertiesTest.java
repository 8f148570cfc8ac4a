package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Determination;
import org.precert.decision.Finding;
import org.precert.decision.Findings;
import org.precert.policy.Payer;

/** A form that was completed for an order says what a coded order and a chart would say, and never overrules them. */
class AnswersPropertiesTest {

    private static final CaseDesk DESK = CaseDesk.ofTheBuild();
    private static final List<Payer> PAYERS = List.copyOf(DESK.desk().book().payers());
    private static final String ORDER = "MedicationRequest/order-1";

    /** The way through a form and the way through a chart lead to one answer, in every policy. */
    @Property(tries = 1000)
    void aFormSaysWhatAChartWouldSay(
            @ForAll("facts") SketchedFacts facts,
            @ForAll @IntRange(min = 0, max = 3) int depth,
            @ForAll boolean procedure) {
        assertThat(said(facts.answered(depth, procedure))).isEqualTo(said(facts.charted()));
    }

    /**
     * What the codes of an order, or a coverage, decide stays decided, whatever a form says of it; indications add up. Of a
     * criterion a form can make a doubt, and never the contrary.
     */
    @Property(tries = 300)
    void aFormDoesNotOverruleTheOrder(
            @ForAll("facts") SketchedFacts facts, @ForAll("formsOfNoIndication") SketchedFacts form) {
        Question alone = question(facts.charted());
        Question both = question(facts.chartedWith(form.form(ORDER)));
        for (Payer payer : PAYERS) {
            Findings before = DESK.desk().rule(payer, alone).findings();
            Findings after = DESK.desk().rule(payer, both).findings();
            assertThat(facts(after)).as(payer.key()).containsAllEntriesOf(decided(facts(before)));
            assertThat(answersOf(after.statements())).as(payer.key()).containsAllEntriesOf(decidedStatements(before));
            assertThat(decided(answersOf(after.criteria())))
                    .as(payer.key())
                    .satisfies(answers -> answers.forEach((criterion, answer) -> assertThat(
                                    answersOf(before.criteria()).get(criterion))
                            .as(criterion)
                            .isIn(answer, Answer.UNKNOWN)));
        }
    }

    /** Chart and form of the same facts agree, so nothing becomes less known than it was. */
    @Property(tries = 150)
    void aFormOfTheSameFactsChangesNothing(@ForAll("facts") SketchedFacts facts) {
        assertThat(said(facts.chartedWith(facts.form(ORDER)))).isEqualTo(said(facts.charted()));
    }

    @Property(tries = 150)
    void aFormWithoutAnswersChangesNothing(@ForAll("facts") SketchedFacts facts) {
        assertThat(found(facts.chartedWith(CompletedForm.of(ORDER, Map.of())))).isEqualTo(found(facts.charted()));
    }

    @Property(tries = 150)
    void aFormThatDoesNotCountChangesNothing(
            @ForAll("facts") SketchedFacts facts,
            @ForAll("facts") SketchedFacts form,
            @ForAll("statuses") String status) {
        ObjectNode unfinished = form.form(ORDER).put("status", status);
        assertThat(found(facts.chartedWith(unfinished))).isEqualTo(found(facts.charted()));
        assertThat(found(facts.chartedWith(form.form("MedicationRequest/another"))))
                .isEqualTo(found(facts.charted()));
    }

    /** @param statement the label that decided, or none */
    record Said(
            Determination determination,
            Optional<String> statement,
            Map<String, Answer> answers,
            Answer criteriaMet,
            Set<String> turnsOn,
            Set<String> notices) {

        static Said of(Ruling ruling) {
            Decision decision = ruling.decision();
            Findings findings = ruling.findings();
            return new Said(
                    decision.determination(),
                    decision instanceof Decision.Stated stated
                            ? Optional.of(stated.statement().label())
                            : Optional.empty(),
                    answersOf(Stream.concat(findings.statements().stream(), findings.criteria().stream())
                            .toList()),
                    findings.criteriaMet(),
                    turnsOn(decision),
                    new HashSet<>(findings.notices()));
        }

        private static Set<String> turnsOn(Decision decision) {
            List<Finding> facts = decision instanceof Decision.InformationNeeded needed
                    ? needed.missing()
                    : decision instanceof Decision.NotAddressed outside ? outside.outside() : List.of();
            return facts.stream().map(Finding::id).collect(Collectors.toSet());
        }
    }

    private static Map<String, Said> said(CaseFile.Text text) {
        return rulings(text).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Said.of(each.getValue())));
    }

    /** All but the trace, which names what was read. */
    private static Map<String, List<Object>> found(CaseFile.Text text) {
        return rulings(text).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> List.of(
                                each.getValue().decision(), each.getValue().findings())));
    }

    private static Map<String, Ruling> rulings(CaseFile.Text text) {
        Question question = question(text);
        return PAYERS.stream()
                .collect(Collectors.toMap(Payer::key, payer -> DESK.desk().rule(payer, question)));
    }

    /** None of the payers has plans of its own in these charts: one question for all. */
    private static Question question(CaseFile.Text text) {
        return DESK.question(PAYERS.get(0).key(), text);
    }

    private static Map<String, Answer> facts(Findings findings) {
        Map<String, Answer> facts = new HashMap<>();
        findings.statements()
                .forEach(statement -> statement.restsOn().forEach(fact -> facts.put(fact.define(), fact.answer())));
        return facts;
    }

    private static Map<String, Answer> answersOf(List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Finding::id, Finding::answer));
    }

    private static Map<String, Answer> decided(Map<String, Answer> answers) {
        Map<String, Answer> decided = new HashMap<>(answers);
        decided.values().removeIf(answer -> answer == Answer.UNKNOWN);
        return decided;
    }

    /** Those whose facts are all decided: silence of a fact can be told from its no. */
    private static Map<String, Answer> decidedStatements(Findings findings) {
        return answersOf(findings.statements().stream()
                .filter(statement -> statement.facts(Answer.UNKNOWN).isEmpty())
                .toList());
    }

    @Provide
    Arbitrary<String> statuses() {
        return Arbitraries.of("in-progress", "entered-in-error", "stopped");
    }

    /** Nor of another coverage, or of psychotherapy: of those a form may add what is not held. */
    @Provide
    Arbitrary<SketchedFacts> formsOfNoIndication() {
        return facts().map(facts -> new SketchedFacts(
                facts.drug(), facts.route(), List.of(), facts.line(), Optional.empty(), false, facts.criteria()));
    }

    @Provide
    Arbitrary<SketchedFacts> facts() {
        return Combinators.combine(
                        drugs(), routes(), indications(), lines(), criteria(), yesOrNo(), Arbitraries.of(true, false))
                .as((drug, route, indications, line, criteria, medicareFirst, psychotherapy) -> new SketchedFacts(
                        drug, route, indications, line, medicareFirst, psychotherapy, coherent(criteria, indications)));
    }

    /** CRPS as the indication is CRPS: a chart that refutes it would contradict itself. */
    private static SketchedCriteria coherent(SketchedCriteria criteria, List<String> indications) {
        Optional<Boolean> crps =
                indications.contains(OrderText.CHRONIC_PAIN) ? criteria.crps().filter(yes -> yes) : criteria.crps();
        return new SketchedCriteria(
                crps,
                criteria.therapies(),
                criteria.pain(),
                criteria.ecg(),
                criteria.bloodPressure(),
                criteria.infusions());
    }

    private static Arbitrary<Optional<String>> drugs() {
        return SketchedOrder.oftenFirst(
                "RXNORM#6130 ketamine",
                "RXNORM#6387 lidocaine",
                "RXNORM#8782 propofol",
                "RXNORM#2121671 Spravato",
                "RXNORM#999999999",
                "HCPCS#J3490",
                "ketamine 0.5 mg/kg");
    }

    private static Arbitrary<Optional<String>> routes() {
        return SketchedOrder.oftenFirst(
                OrderText.INTRAVENOUS, "SNOMED#78421000", "SNOMED#26643006", "SNOMED#999999999", "intravenous");
    }

    private static Arbitrary<List<String>> indications() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(List.of())),
                Tuple.of(1, Arbitraries.just(List.of("pain"))),
                Tuple.of(
                        9,
                        Arbitraries.of(
                                        OrderText.CHRONIC_PAIN,
                                        "ICD10#G89.4",
                                        "ICD10#F33.2",
                                        "ICD10#F11.20",
                                        "ICD10#G89.3",
                                        "ICD10#R52",
                                        "ICD10#F84.0",
                                        "ICD10#I47.20",
                                        "SNOMED#999999999")
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .uniqueElements()));
    }

    private static Arbitrary<Optional<String>> lines() {
        return SketchedOrder.oftenFirst("512", "522", "11", "14", "2", "12", "523", "1", "9");
    }

    private static Arbitrary<SketchedCriteria> criteria() {
        return Combinators.combine(
                        yesOrNo(),
                        Arbitraries.of(3, 4).optional(),
                        Arbitraries.of(0, 6, 7, 10).optional(),
                        yesOrNo(),
                        yesOrNo(),
                        Arbitraries.of(1, 10, 11, 30).optional())
                .as(SketchedCriteria::new);
    }

    private static Arbitrary<Optional<Boolean>> yesOrNo() {
        return Arbitraries.of(true, false).optional();
    }
}
