package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.Resource;
import org.precert.decision.Answer;
import org.precert.decision.Determination;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.decision.Findings;
import org.precert.policy.Payer;

/** What holds of every policy of the build, whatever an order says or leaves out. */
class ThreeValuedPropertiesTest {

    private static final CaseDesk DESK = CaseDesk.ofTheBuild();
    private static final Set<Determination> ABOUT_CARE =
            EnumSet.of(Determination.INVESTIGATIONAL, Determination.NOT_MEDICALLY_NECESSARY, Determination.NOT_COVERED);

    /** Drug, route and indication are all needed to say anything about care; words alone are silence. */
    @Property(tries = 150)
    void silenceNeverDenies(@ForAll("orders") SketchedOrder order) {
        assertThat(order.silentOnOneFact()).extracting(this::determination).doesNotContainAnyElementsOf(ABOUT_CARE);
    }

    /**
     * An order that a policy speaks against, or wants authorized, does not get better by saying less: it is asked, or
     * told the same. Left out is what a policy refers elsewhere: one of them takes a drug without a name that goes into
     * a vein for another than the one it refers.
     */
    @Property(tries = 150)
    void silenceNeverWaives(@ForAll("orders") SketchedOrder order) {
        Determination told = determination(order);
        if (ABOUT_CARE.contains(told) || told == Determination.AUTHORIZATION_REQUIRED) {
            assertThat(Stream.concat(order.silentOnOneFact().stream(), Stream.of(order.withoutLineOfBusiness())))
                    .extracting(this::determination)
                    .isSubsetOf(told, Determination.INFORMATION_NEEDED);
        }
    }

    /** A set of resources has no order; only the order under review is singled out, by name. */
    @Property(tries = 150)
    void theOrderOfTheResourcesDoesNotMatter(
            @ForAll("orders") SketchedOrder order,
            @ForAll("drugOrders") List<CaseFile.Order> with,
            @ForAll Random random) {
        Payer payer = DESK.payer(order.payer());
        Question question = DESK.question(order.payer(), order.text(with.toArray(CaseFile.Order[]::new)));
        assertThat(Said.of(DESK.desk().rule(payer, shuffled(question, random))))
                .isEqualTo(Said.of(DESK.desk().rule(payer, question)));
    }

    /** No clock, no chance, nothing kept from one evaluation to the next. */
    @Property(tries = 150)
    void theSameQuestionHasTheSameRuling(
            @ForAll("orders") SketchedOrder order, @ForAll("drugOrders") List<CaseFile.Order> with) {
        Payer payer = DESK.payer(order.payer());
        Question question = DESK.question(order.payer(), order.text(with.toArray(CaseFile.Order[]::new)));
        assertThat(DESK.desk().rule(payer, question)).isEqualTo(DESK.desk().rule(payer, question));
    }

    /** What a ruling says, without the order in which it says it. */
    record Said(
            Determination determination,
            Map<String, Answer> findings,
            Map<String, Set<Evidence>> evidence,
            Set<String> notices,
            Set<Evidence> hints) {

        static Said of(Ruling ruling) {
            Findings findings = ruling.findings();
            Map<String, Answer> answers = new HashMap<>();
            Map<String, Set<Evidence>> evidence = new HashMap<>();
            Stream.concat(findings.statements().stream(), findings.criteria().stream())
                    .forEach(finding -> note(finding, answers, evidence));
            return new Said(
                    ruling.decision().determination(),
                    answers,
                    evidence,
                    new HashSet<>(findings.notices()),
                    new HashSet<>(findings.hints()));
        }

        private static void note(Finding finding, Map<String, Answer> answers, Map<String, Set<Evidence>> evidence) {
            answers.put(finding.id(), finding.answer());
            evidence.put(finding.id(), new HashSet<>(finding.evidence()));
        }
    }

    private Determination determination(SketchedOrder order) {
        return DESK.rule(order.payer(), order.text()).decision().determination();
    }

    private static Question shuffled(Question question, Random random) {
        List<Resource> resources = new ArrayList<>(question.facts().all());
        List<String> together = new ArrayList<>(question.ordersTogether());
        Collections.shuffle(resources, random);
        Collections.shuffle(together, random);
        return new Question(
                question.order(),
                together,
                question.coverage(),
                question.lineOfBusiness(),
                question.lineEvidence(),
                question.dateOfService(),
                question.patient(),
                new Facts(resources));
    }

    @Provide
    Arbitrary<SketchedOrder> orders() {
        return SketchedOrder.any(
                DESK.desk().book().payers().stream().map(Payer::key).toList());
    }

    @Provide
    Arbitrary<List<CaseFile.Order>> drugOrders() {
        return SketchedOrder.drugOrders().list().ofMaxSize(2);
    }
}
