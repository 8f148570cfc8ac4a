package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whenever calls come: no more go through than were promised, and whoever waits as long as told goes through. */
class BucketPropertiesTest {

    private static final long SECOND = 1_000_000_000L;

    @Property(tries = 500)
    void inNoTimeGoMoreThroughThanABurstAndTheRate(
            @ForAll @IntRange(min = 1, max = 1000) int rate,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = SECOND / 4) Long> pauses) {
        Pace pace = new Pace(rate, burst);
        Bucket bucket = new Bucket();
        Deque<Long> through = new ArrayDeque<>();
        long now = 0;
        for (long pause : pauses) {
            now += pause;
            if (bucket.take(pace, now) == 0) {
                through.add(now);
                int counted = 0;
                for (long earlier : (Iterable<Long>) through::descendingIterator) {
                    counted++;
                    assertThat(counted).isLessThanOrEqualTo(burst + (int) ((now - earlier) / pace.nanosPerCall()));
                }
            }
        }
    }

    @Property(tries = 500)
    void whoWaitsAsToldGoesThroughAndWhoWaitsLessDoesNot(
            @ForAll @IntRange(min = 1, max = 1000) int rate,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @LongRange(min = 0, max = 100 * SECOND) long now) {
        Pace pace = new Pace(rate, burst);
        Bucket bucket = new Bucket();
        long wait = 0;
        for (int call = 0; call <= burst && wait == 0; call++) {
            wait = bucket.take(pace, now);
        }
        assertThat(wait).isPositive();
        assertThat(bucket.take(pace, now + wait - 1)).isEqualTo(1);
        assertThat(bucket.take(pace, now + wait)).isZero();
    }
}
