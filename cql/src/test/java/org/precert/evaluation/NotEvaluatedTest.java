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

    /** Spells out two million numbers first: seconds of work under a limit of fifty milliseconds. */
    private static Ruling ruledTooSlowly(Path folder) {
        Aurora slow = new Aurora(folder)
                .policy()
                .cql(
                        "\"Drug is ketamine\" and",
                        "Count(expand { Interval[1, 2000000] } per 1) > 0 and \"Drug is ketamine\" and");
        return CaseDesk.open(List.of(slow.files()), List.of(), Duration.ofMillis(50))
                .rule("aurora", OrderText.ketamineInfusion("2026-06-01"));
    }

    @Test
    void anEvaluationOverItsTimeLimitIsNotEvaluated(@TempDir Path folder) {
        Ruling ruling = ruledTooSlowly(folder);
        assertThat(ruling.decision()).isEqualTo(new Decision.NotEvaluated("The policy could not be evaluated in time"));
        assertThat(ruling.decision().determination()).isEqualTo(Determination.INFORMATION_NEEDED);
        assertThat(ruling.findings()).isEqualTo(Findings.none());
        assertThat(ruling.policy())
                .hasValueSatisfying(policy -> assertThat(policy.payer()).isEqualTo("aurora"));
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
}
