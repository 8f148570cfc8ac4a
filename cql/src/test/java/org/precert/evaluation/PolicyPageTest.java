package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyPageTest {

    private static final PolicyPage PAGE = PolicyPage.read("""
            # A policy

            ## Statements

            ### A-1 · First · clause

            Says: It says
            this much.
            Where: page 1.
            Reading: Ours.
            Not applicable: unknown, for it is always known.

            ### B

            Reading: Nothing is said.

            ## Criteria

            ### ecg · ECG is normal

            Says: Normal. Where: page 2.

            ## Interpretations

            ### Not a clause
            """);

    @Test
    void aClauseIsKnownByWhatStandsBeforeTheDot() {
        assertThat(PAGE.statements()).extracting(PolicyPage.Section::label).containsExactly("A-1", "B");
    }

    @Test
    void criteriaStandInTheirOwnChapter() {
        assertThat(PAGE.criteria()).extracting(PolicyPage.Section::label).containsExactly("ecg");
    }

    @Test
    void whatAClauseSaysEndsBeforeWhereItStands() {
        assertThat(PAGE.statements().get(0).says()).isEqualTo("It says this much.");
    }

    @Test
    void anExcuseNamesTheAnswer() {
        assertThat(PAGE.statements().get(0).notApplicable()).containsExactly("unknown");
    }

    @Test
    void aClauseWithoutAnExcuseHasNone() {
        assertThat(PAGE.statements().get(1).notApplicable()).isEmpty();
    }
}
