package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is done again and again. */
class RoundsTest {

    @Test
    void aRoundThatFailsEndsNothing() throws Exception {
        CountDownLatch done = new CountDownLatch(3);
        Rounds rounds = new Rounds("test", Duration.ofMillis(1), () -> {
            done.countDown();
            throw new IllegalStateException("of this round");
        });
        rounds.start();
        try {
            assertThat(rounds.isRunning()).isTrue();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            rounds.stop();
        }
        assertThat(rounds.isRunning()).isFalse();
    }
}
