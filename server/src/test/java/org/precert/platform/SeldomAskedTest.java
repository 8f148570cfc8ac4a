package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class SeldomAskedTest {

    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicLong now = new AtomicLong(-5);

    @Test
    void aFloodOfProbesIsOneQuestionASecond() {
        SeldomAsked probe = new SeldomAsked(this::up, now::get);
        for (int i = 0; i < 100; i++) {
            assertThat(probe.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(questions).hasValue(1);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        probe.health();
        assertThat(questions).hasValue(2);
    }

    @Test
    void whileOneWaitsForAnAnswerTheOthersHearTheLastOne() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SeldomAsked probe = new SeldomAsked(() -> questions.get() == 0 ? up() : hanging(hangs, goOn), now::get);
        probe.health();
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        Thread asking = new Thread(probe::health, "asking");
        asking.start();
        hangs.await();
        assertThat(probe.health().getStatus()).isEqualTo(Status.UP);
        goOn.countDown();
        asking.join();
        assertThat(probe.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void whoAsksBesideTheVeryFirstIsNotToldThatAllIsWell() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SeldomAsked probe = new SeldomAsked(() -> hanging(hangs, goOn), now::get);
        Thread asking = new Thread(probe::health, "asking");
        asking.start();
        hangs.await();
        assertThat(probe.health().getStatus()).isNotEqualTo(Status.UP);
        goOn.countDown();
        asking.join();
    }

    private Health up() {
        questions.incrementAndGet();
        return Health.up().build();
    }

    private static Health hanging(CountDownLatch hangs, CountDownLatch goOn) {
        hangs.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Health.down().build();
    }
}
