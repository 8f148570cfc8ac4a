package org.precert.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds of any policy and any order.
 *
 * <p>A policy is a list of clauses, an order a world of facts: what is true of each, and whether the order says so. A
 * clause is the "and" of its facts, as most clauses of the real policies are. "and" is monotone: a known yes or no
 * stays what it is when more becomes known. From that, and from the order of precedence alone, all of this follows.
 */
class AdjudicatorPropertiesTest {

    /** @param truth what it is; {@code known} whether the order says so */
    record Fact(String name, boolean truth, boolean known) {
        Finding finding() {
            Answer told = truth ? Answer.YES : Answer.NO;
            return Chart.fact(name, known ? told : Answer.UNKNOWN);
        }

        Fact told(boolean truth) {
            return known ? this : new Fact(name, truth, true);
        }
    }

    record Clause(Determination determination, List<Fact> facts) {
        Clause with(UnaryOperator<Fact> change) {
            return new Clause(determination, facts.stream().map(change).toList());
        }
    }

    /** A yes needs every fact of one clause, so that where none is fully known there is nothing to state. */
    @Property(tries = 500)
    void statesNothingWithoutAClauseThatIsKnownToApply(@ForAll("policies") List<Clause> policy) {
        Chart chart = chart(policy);
        if (chart.findings().statements().stream().noneMatch(each -> each.answer() == Answer.YES)) {
            assertThat(chart.decide()).isNotInstanceOf(Decision.Stated.class);
        }
    }

    /**
     * Nothing that is missing could change an answer. Stated: what came before was out, which stays, or would have
     * decided alike; what applies stays. Not addressed: all are out, and stay out.
     */
    @Property(tries = 500)
    void anAnswerStandsOnceEverythingIsKnown(@ForAll("policies") List<Clause> policy) {
        Determination now = decide(policy);
        Determination then = decide(told(policy, fact -> fact.told(fact.truth())));
        assertThat(now).isIn(Determination.INFORMATION_NEEDED, then);
    }

    /**
     * The other way round: it asks only where the missing facts could change the answer. In one world they bring the
     * first open clause in and leave all others out; in the next, none in. The answers differ, for clauses that would
     * decide as the one that applies are not open.
     */
    @Property(tries = 500)
    void asksOnlyWhereTheAnswerCouldChange(@ForAll("policies") List<Clause> policy) {
        if (chart(policy).decide() instanceof Decision.InformationNeeded asked) {
            int first = Integer.parseInt(asked.open().get(0).label());
            List<Clause> none = told(policy, fact -> fact.told(false));
            List<Clause> onlyFirst = new ArrayList<>(none);
            onlyFirst.set(first, policy.get(first).with(fact -> fact.told(true)));
            assertThat(decide(onlyFirst)).isNotEqualTo(decide(none));
        }
    }

    /** Whoever is asked can help: each missing fact is unknown, stands below an open clause, and is named once. */
    @Property(tries = 500)
    void asksForUnknownFactsOfOpenClausesOnly(@ForAll("policies") List<Clause> policy) {
        if (chart(policy).decide() instanceof Decision.InformationNeeded asked) {
            List<String> unknown = asked.open().stream()
                    .flatMap(open -> policy.get(Integer.parseInt(open.label())).facts().stream())
                    .filter(fact -> !fact.known())
                    .map(Fact::name)
                    .distinct()
                    .toList();
            assertThat(asked.missing()).extracting(Finding::id).containsExactlyInAnyOrderElementsOf(unknown);
        }
    }

    /** What stands after the clause that decides has no say. */
    @Property(tries = 500)
    void whatComesAfterTheDecidingClauseDoesNotMatter(@ForAll("policies") List<Clause> policy) {
        if (chart(policy).decide() instanceof Decision.Stated stated) {
            int last = Integer.parseInt(stated.statement().label());
            assertThat(decide(policy.subList(0, last + 1))).isEqualTo(stated.determination());
        }
    }

    /** A no only takes clauses away: where every unknown turns out so, what decides was known to apply before. */
    @Property(tries = 500)
    void aNoBringsNoClauseIn(@ForAll("policies") List<Clause> policy) {
        if (chart(told(policy, fact -> fact.told(false))).decide() instanceof Decision.Stated stated) {
            assertThat(chart(policy)
                            .findings()
                            .statement(stated.statement().label())
                            .answer())
                    .isEqualTo(Answer.YES);
        }
    }

    private static List<Clause> told(List<Clause> policy, UnaryOperator<Fact> change) {
        return policy.stream().map(clause -> clause.with(change)).toList();
    }

    private static Determination decide(List<Clause> policy) {
        return chart(policy).decide().determination();
    }

    private static Chart chart(List<Clause> policy) {
        Chart chart = new Chart();
        for (int i = 0; i < policy.size(); i++) {
            Clause clause = policy.get(i);
            chart.statement(
                    String.valueOf(i),
                    clause.determination(),
                    clause.facts().stream().map(Fact::finding).toArray(Finding[]::new));
        }
        return chart;
    }

    @Provide
    Arbitrary<List<Clause>> policies() {
        Arbitrary<Fact> facts = Combinators.combine(
                        Arbitraries.of("drug", "route", "indication", "line-of-business"),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, true, false))
                .as(Fact::new);
        return Combinators.combine(
                        Arbitraries.of(
                                Determination.INVESTIGATIONAL,
                                Determination.NOT_COVERED,
                                Determination.REFER,
                                Determination.AUTHORIZATION_REQUIRED),
                        facts.list().ofMinSize(1).ofMaxSize(4))
                .as(Clause::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
