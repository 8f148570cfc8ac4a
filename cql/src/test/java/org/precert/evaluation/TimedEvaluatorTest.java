package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.precert.evaluation.TimedEvaluator.Done;
import org.precert.evaluation.TimedEvaluator.Failed;
import org.precert.policy.Policy;
import org.precert.policy.PolicyReader;

/** An evaluation that never ends is given up, and others are made all the same. */
@Timeout(60)
class TimedEvaluatorTest {

    private static final Duration LIMIT = Duration.ofMillis(500);

    private Policy policy;

    @BeforeEach
    void read(@TempDir Path folder) {
        policy = new PolicyReader(new Aurora(folder).policy().files(), "hash")
                .policies()
                .get(0);
    }

    /** No interrupt ends it. */
    private static boolean hang(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return true;
            } catch (InterruptedException e) {
                // As a loop of the engine does, it goes on.
            }
        }
    }

    @Test
    void runawaysOnEveryThreadDoNotKeepOthersFromBeingAnswered() {
        CountDownLatch end = new CountDownLatch(1);
        try (TimedEvaluator evaluator = new TimedEvaluator(LIMIT, 1)) {
            for (int runaway = 0; runaway < 3; runaway++) {
                assertThat(evaluator.evaluate(policy, () -> hang(end)))
                        .isEqualTo(new Failed<>("The policy could not be evaluated in time"));
            }
            assertThat(evaluator.threads()).isEqualTo(4);
            assertThat(evaluator.evaluate(policy, () -> "answered")).isEqualTo(new Done<>("answered"));
            end.countDown();
            while (evaluator.threads() > 1) {
                Thread.onSpinWait();
            }
            assertThat(evaluator.evaluate(policy, () -> "still")).isEqualTo(new Done<>("still"));
        } finally {
            end.countDown();
        }
    }

    @Test
    void whatFailsTakesNoThreadAway() {
        try (TimedEvaluator evaluator = new TimedEvaluator(Duration.ofSeconds(30), 1)) {
            for (int call = 0; call < 5; call++) {
                assertThat(evaluator.evaluate(policy, () -> {
                            throw new StackOverflowError();
                        }))
                        .isEqualTo(new Failed<>("The policy could not be evaluated"));
            }
            assertThat(evaluator.threads()).isEqualTo(1);
        }
    }
}
