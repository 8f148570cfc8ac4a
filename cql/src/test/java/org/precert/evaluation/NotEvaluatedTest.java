package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.decision.Decision;
import org.precert.decision.Determination;
import org.precert.decision.Findings;

/** An evaluation that takes too long, or fails, is our trouble: it asks, and says nothing about care. */
class NotEvaluatedTest {

    private static final CaseDesk WITHOUT_TIME =
            CaseDesk.open(List.of(CaseDesk.build()), List.of(), Duration.ofNanos(1));

    @Test
    void anEvaluationOverItsTimeLimitIsNotEvaluated() {
        assertThat(ruledInNoTime().decision()).isInstanceOf(Decision.NotEvaluated.class);
    }

    @Test
    void anEvaluationOverItsTimeLimitIsNoAnswerAboutCare() {
        assertThat(ruledInNoTime().decision().determination()).isEqualTo(Determination.INFORMATION_NEEDED);
    }

    @Test
    void anEvaluationOverItsTimeLimitFindsNothing() {
        assertThat(ruledInNoTime().findings()).isEqualTo(Findings.none());
    }

    @Test
    void thePolicyThatWasNotEvaluatedIsNamed() {
        assertThat(ruledInNoTime().policy())
                .hasValueSatisfying(policy -> assertThat(policy.payer()).isEqualTo("premera"));
    }

    @Test
    void anEvaluationThatFailsIsNotEvaluated(@TempDir Path folder) {
        Aurora aurora = new Aurora(folder)
                .policy()
                .cql("\"Drug is ketamine\" and", "(singleton from ({ true, false })) and \"Drug is ketamine\" and");
        Ruling ruling = CaseDesk.open(List.of(aurora.files()), List.of(), Duration.ofSeconds(30))
                .rule("aurora", OrderText.ketamineInfusion("2026-06-01"));
        assertThat(ruling.decision()).isEqualTo(new Decision.NotEvaluated("The policy could not be evaluated"));
    }

    private static Ruling ruledInNoTime() {
        return WITHOUT_TIME.rule("premera", OrderText.ketamineInfusion("2026-06-01"));
    }
}
