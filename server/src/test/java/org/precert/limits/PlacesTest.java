package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** There are so many places, and half of them for one caller. */
class PlacesTest {

    private final Places places = new Places(4);

    @Test
    void takesNoMoreThanThereAre() {
        for (int call = 0; call < 4; call++) {
            assertThat(places.enter()).isTrue();
        }
        assertThat(places.enter()).isFalse();
        places.leave();
        assertThat(places.enter()).isTrue();
    }

    @Test
    void refusingTakesNoPlace() {
        for (int call = 0; call < 100; call++) {
            places.enter();
        }
        for (int call = 0; call < 4; call++) {
            places.leave();
        }
        assertThat(places.enter()).isTrue();
    }

    @Test
    void oneCallerHasHalfAndAnotherHasItsOwn() {
        assertThat(places.enter("one")).isTrue();
        assertThat(places.enter("one")).isTrue();
        assertThat(places.enter("one")).isFalse();
        assertThat(places.enter("another")).isTrue();
        places.leave("one");
        assertThat(places.enter("one")).isTrue();
    }

    @Test
    void manyAtTheSameMomentGetNoMore() throws InterruptedException {
        Places hundred = new Places(100);
        AtomicInteger got = new AtomicInteger();
        AtomicInteger shared = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int thread = 0; thread < 8; thread++) {
            threads.execute(() -> {
                for (int call = 0; call < 1000; call++) {
                    got.addAndGet(hundred.enter() ? 1 : 0);
                    shared.addAndGet(hundred.enter("one") ? 1 : 0);
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(got).hasValue(100);
        assertThat(shared).hasValue(50);
    }

    @Test
    void thereIsOneForTwoCallersAtLeast() {
        assertThatThrownBy(() -> new Places(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
