package org.precert.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.precert.decision.Answer.NO;
import static org.precert.decision.Answer.UNKNOWN;
import static org.precert.decision.Answer.YES;
import static org.precert.decision.Chart.fact;
import static org.precert.decision.Determination.AUTHORIZATION_REQUIRED;
import static org.precert.decision.Determination.INVESTIGATIONAL;
import static org.precert.decision.Determination.NOT_ADDRESSED;
import static org.precert.decision.Determination.REFER;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class AdjudicatorTest {

    @Test
    void theFirstStatementThatAppliesDecides() {
        Decision decision = new Chart()
                .statement("FEP", REFER, fact("line-of-business", NO))
                .statement("A", INVESTIGATIONAL, fact("drug", YES))
                .statement("B", REFER, fact("drug", YES))
                .decide();
        assertThat(decision)
                .asInstanceOf(type(Decision.Stated.class))
                .extracting(stated -> stated.statement().label())
                .isEqualTo("A");
    }

    @Test
    void theDeterminationIsThatOfTheStatement() {
        Decision decision =
                new Chart().statement("A", INVESTIGATIONAL, fact("drug", YES)).decide();
        assertThat(decision.determination()).isEqualTo(INVESTIGATIONAL);
    }

    @Test
    void theFindingOfTheStatementGoesWithIt() {
        Chart chart = new Chart().statement("A", INVESTIGATIONAL, fact("drug", YES));
        assertThat(chart.decide())
                .asInstanceOf(type(Decision.Stated.class))
                .extracting(Decision.Stated::finding)
                .isEqualTo(chart.findings().statement("A"));
    }

    @Test
    void anEarlierUnknownOfAnotherDeterminationAsks() {
        Decision decision = new Chart()
                .statement("FEP", REFER, fact("line-of-business", UNKNOWN))
                .statement("A", INVESTIGATIONAL, fact("drug", YES))
                .decide();
        assertThat(open(decision)).containsExactly("FEP");
    }

    @Test
    void anEarlierUnknownOfTheSameDeterminationDoesNotAsk() {
        Decision decision = new Chart()
                .statement("A", INVESTIGATIONAL, fact("indication", UNKNOWN))
                .statement("B", INVESTIGATIONAL, fact("indication", YES))
                .decide();
        assertThat(decision)
                .asInstanceOf(type(Decision.Stated.class))
                .extracting(stated -> stated.statement().label())
                .isEqualTo("B");
    }

    @Test
    void anEarlierUnknownOfTheSameDeterminationIsNoLongerOpenWhereAnotherIs() {
        Decision decision = new Chart()
                .statement("FEP", REFER, fact("line-of-business", UNKNOWN))
                .statement("A", INVESTIGATIONAL, fact("indication", UNKNOWN))
                .statement("B", INVESTIGATIONAL, fact("indication", YES))
                .decide();
        assertThat(missing(decision)).containsExactly("line-of-business");
    }

    @Test
    void aLaterUnknownDoesNotMatter() {
        Decision decision = new Chart()
                .statement("A", INVESTIGATIONAL, fact("drug", YES))
                .statement("B", REFER, fact("indication", UNKNOWN))
                .decide();
        assertThat(decision.determination()).isEqualTo(INVESTIGATIONAL);
    }

    @Test
    void anUnknownThatNothingDecidesAsks() {
        Decision decision = new Chart()
                .statement("A", INVESTIGATIONAL, fact("drug", UNKNOWN))
                .statement("B", REFER, fact("drug", NO))
                .decide();
        assertThat(open(decision)).containsExactly("A");
    }

    @Test
    void eachMissingFactIsNamedOnce() {
        Decision decision = new Chart()
                .statement("A", INVESTIGATIONAL, fact("drug", UNKNOWN), fact("route", UNKNOWN))
                .statement("B", INVESTIGATIONAL, fact("drug", UNKNOWN), fact("indication", UNKNOWN))
                .decide();
        assertThat(missing(decision)).containsExactly("drug", "route", "indication");
    }

    @Test
    void aFactThatIsKnownIsNotMissing() {
        Decision decision = new Chart()
                .statement("A", INVESTIGATIONAL, fact("drug", YES), fact("route", UNKNOWN))
                .decide();
        assertThat(missing(decision)).containsExactly("route");
    }

    @Test
    void anOrderOutsideOfEveryStatementIsNotAddressed() {
        Decision decision = new Chart()
                .statement("A", INVESTIGATIONAL, fact("drug", NO))
                .statement("B", REFER, fact("indication", NO))
                .decide();
        assertThat(decision.determination()).isEqualTo(NOT_ADDRESSED);
    }

    @Test
    void theFactsOfTheNearestStatementsSayWhyAnOrderIsOutside() {
        Decision decision = new Chart()
                .statement("A", INVESTIGATIONAL, fact("drug", YES), fact("route", NO))
                .statement("B", INVESTIGATIONAL, fact("drug", YES), fact("route", NO), fact("indication", NO))
                .statement("C", REFER, fact("line-of-business", NO), fact("drug", YES))
                .decide();
        assertThat(decision)
                .asInstanceOf(type(Decision.NotAddressed.class))
                .satisfies(outside -> assertThat(outside.outside())
                        .extracting(Finding::id)
                        .containsExactly("route", "line-of-business"));
    }

    @Test
    void aStatementThatIsOutForNoFactGivesNoReason() {
        Chart chart = new Chart().statement("A", INVESTIGATIONAL, fact("drug", YES), fact("route", NO));
        Finding withoutFacts = new Finding("B", "B", NO, List.of(), List.of());
        Decision decision = Adjudicator.decide(
                new Chart()
                        .statement("A", INVESTIGATIONAL)
                        .statement("B", REFER)
                        .statements(),
                new Findings(
                        List.of(chart.findings().statement("A"), withoutFacts),
                        List.of(),
                        YES,
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(decision)
                .asInstanceOf(type(Decision.NotAddressed.class))
                .satisfies(outside ->
                        assertThat(outside.outside()).extracting(Finding::id).containsExactly("route"));
    }

    @Test
    void whetherTheCriteriaAreMetIsCarried() {
        Decision decision = new Chart()
                .statement("EX-1", AUTHORIZATION_REQUIRED, fact("drug", YES))
                .criteriaMet(UNKNOWN)
                .decide();
        assertThat(decision)
                .asInstanceOf(type(Decision.Stated.class))
                .extracting(Decision.Stated::criteriaMet)
                .isEqualTo(UNKNOWN);
    }

    @Test
    void aStatementWithoutAFindingIsOurError() {
        List<Statement> statements = new Chart().statement("A", REFER).statements();
        assertThatThrownBy(() -> Adjudicator.decide(statements, Findings.none()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("A");
    }

    private static List<String> open(Decision decision) {
        return ((Decision.InformationNeeded) decision)
                .open().stream().map(Statement::label).toList();
    }

    private static List<String> missing(Decision decision) {
        return ((Decision.InformationNeeded) decision)
                .missing().stream().map(Finding::id).toList();
    }
}
