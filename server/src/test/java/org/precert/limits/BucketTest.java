package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** So many at once, so many a second, and a wait that is true. */
class BucketTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Pace PACE = new Pace(10, 3);

    private final Bucket bucket = new Bucket();

    @Test
    void aBurstGoesThroughAndTheNextOneWaits() {
        assertThat(taken(0, 5)).isEqualTo(3);
    }

    @Test
    void theWaitIsNeitherTooShortNorTooLong() {
        taken(0, 3);
        long wait = bucket.take(PACE, 0);
        assertThat(wait).isEqualTo(SECOND / 10);
        assertThat(bucket.take(PACE, wait - 1)).isPositive();
        assertThat(bucket.take(PACE, wait)).isZero();
        assertThat(bucket.take(PACE, wait)).isPositive();
    }

    @Test
    void whoIsRefusedDoesNotWaitLongerForTryingAgain() {
        taken(0, 3);
        assertThat(taken(0, 100)).isZero();
        assertThat(bucket.take(PACE, SECOND / 10)).isZero();
    }

    @Test
    void aPauseGivesABurstAndNoMore() {
        taken(0, 3);
        assertThat(taken(3600 * SECOND, 100)).isEqualTo(3);
    }

    @Test
    void inTheLongRunItIsTheRate() {
        int all = 0;
        for (long now = 0; now < 10 * SECOND; now += SECOND / 100) {
            all += bucket.take(PACE, now) == 0 ? 1 : 0;
        }
        assertThat(all).isBetween(100, 103);
    }

    @Test
    void aCallThatIsGivenBackWasNone() {
        for (int call = 0; call < 100; call++) {
            assertThat(bucket.take(PACE, 0)).isZero();
            bucket.giveBack(PACE);
        }
        assertThat(taken(0, 5)).isEqualTo(3);
    }

    @Test
    void givingBackMakesNoBurstLarger() {
        for (int call = 0; call < 50; call++) {
            bucket.giveBack(PACE);
        }
        assertThat(taken(SECOND, 10)).isEqualTo(3);
    }

    @Test
    void manyAtTheSameMomentGetNoMoreThanABurst() throws InterruptedException {
        Pace pace = new Pace(1, 100);
        AtomicInteger got = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int thread = 0; thread < 8; thread++) {
            threads.execute(() -> {
                for (int call = 0; call < 1000; call++) {
                    got.addAndGet(bucket.take(pace, 0) == 0 ? 1 : 0);
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(got).hasValue(100);
    }

    @Test
    void aPaceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Pace(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private int taken(long now, int tries) {
        int taken = 0;
        for (int call = 0; call < tries; call++) {
            taken += bucket.take(PACE, now) == 0 ? 1 : 0;
        }
        return taken;
    }
}
