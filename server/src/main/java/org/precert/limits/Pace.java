package org.precert.limits;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast somebody may call.
 *
 * @param rate calls a second in the long run; 0: as many as they like
 * @param burst calls at once, after a pause
 */
record Pace(@DefaultValue("0") int rate, @DefaultValue("1") int burst) {

    private static final long SECOND = 1_000_000_000L;

    Pace {
        if (rate < 0 || burst < 1) {
            throw new IllegalArgumentException("A rate is not negative, and a burst is one call at least");
        }
    }

    boolean isBounded() {
        return rate > 0;
    }

    long nanosPerCall() {
        return SECOND / rate;
    }
}
