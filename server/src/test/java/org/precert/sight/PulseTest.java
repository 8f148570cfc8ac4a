package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // a clock of nanoseconds may run over

    @Test
    void nothingIsAliveThatHasNotBegun() {
        assertThat(every(20).isAlive()).isFalse();
    }

    @Test
    void whatIsDoneInItsTimeIsAlive() {
        Pulse pulse = every(20);
        pulse.beat();
        later(119);
        assertThat(pulse.isAlive()).isTrue();
        pulse.beat();
        later(119);
        assertThat(pulse.isAlive()).isTrue();
    }

    @Test
    void whatWasNotDoneForSixRoundsIsNot() {
        Pulse pulse = every(60);
        pulse.beat();
        later(359);
        assertThat(pulse.isAlive()).isTrue();
        later(2);
        assertThat(pulse.isAlive()).isFalse();
    }

    @Test
    void aSlowMinuteEndsNoQuickRounds() {
        Pulse pulse = every(1);
        pulse.beat();
        later(119);
        assertThat(pulse.isAlive()).isTrue();
        later(2);
        assertThat(pulse.isAlive()).isFalse();
    }

    private Pulse every(int seconds) {
        return new Pulse(Duration.ofSeconds(seconds), nanos::get);
    }

    private void later(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
