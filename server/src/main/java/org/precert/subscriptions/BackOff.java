package org.precert.subscriptions;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after a failure: twice as long each time, from a second to a quarter of an hour, and never all at once. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    /** The share of the time that is left to chance. */
    private static final double JITTER = 0.25;

    private final DoubleSupplier chance;

    /** @param chance from 0 to 1 */
    BackOff(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** @param tries how many failed before this one */
    Duration after(int tries) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        Duration full = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
        Duration less = Duration.ofMillis((long) (full.toMillis() * (1 - JITTER * chance.getAsDouble())));
        return less.compareTo(FIRST) < 0 ? FIRST : less;
    }
}
