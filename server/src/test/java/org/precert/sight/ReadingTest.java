package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Runnable> beside = new ArrayDeque<>();
    private final AtomicInteger source = new AtomicInteger(1);
    private boolean away;

    private final Reading<Integer> reading = new Reading<>(this::read, beside::add, nanos::get);

    private int read() {
        if (away) {
            throw new IllegalStateException("away");
        }
        return source.getAndIncrement();
    }

    @Test
    void whoAsksDoesNotWaitForTheDatabase() {
        assertThat(figure()).isNaN();
        beside.remove().run();
        assertThat(figure()).isEqualTo(1);
    }

    @Test
    void whatIsFreshIsNotReadAgain() {
        figure();
        beside.remove().run();
        figure();
        assertThat(beside).isEmpty();
    }

    @Test
    void whatIsNotFreshIsToldAndReadAgainOnce() {
        figure();
        beside.remove().run();
        later(Duration.ofSeconds(11));
        assertThat(figure()).isEqualTo(1);
        assertThat(figure()).isEqualTo(1);
        assertThat(beside).hasSize(1);
        beside.remove().run();
        assertThat(figure()).isEqualTo(2);
    }

    @Test
    void whatIsTooOldIsNotToldAndAskedForUntilTheDatabaseIsBack() {
        figure();
        beside.remove().run();
        away = true;
        later(Duration.ofMinutes(4));
        assertThat(figure()).isNaN();
        beside.remove().run();
        away = false;
        assertThat(figure()).isNaN();
        beside.remove().run();
        assertThat(figure()).isEqualTo(2);
    }

    private double figure() {
        return reading.figure(Integer::doubleValue);
    }

    private void later(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
