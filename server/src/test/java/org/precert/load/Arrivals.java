package org.precert.load;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * When calls are made, in nanoseconds after the start: a Poisson process, for clinicians do not wait for each other. The
 * same seed gives the same moments, so that two runs differ by the server alone.
 */
record Arrivals(long[] moments) {

    static Arrivals poisson(double perSecond, Duration during, long seed) {
        Random random = new Random(seed);
        return new Arrivals(LongStream.iterate(gap(random, perSecond), at -> at + gap(random, perSecond))
                .takeWhile(at -> at < during.toNanos())
                .toArray());
    }

    private static long gap(Random random, double perSecond) {
        return Math.round(-Math.log(1 - random.nextDouble()) / perSecond * 1e9);
    }

    int count() {
        return moments.length;
    }
}
