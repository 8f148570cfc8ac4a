package org.precert.cases.metrics;

import java.util.Arrays;

/**
 * Hides counts so small that they could tell of a person, and whatever would tell them. A zero is of nobody and stays.
 *
 * @param smallest the least count that is shown, beside zero; 0 shows all
 */
record SmallCells(int smallest) {

    boolean isSmall(long count) {
        return count > 0 && count < smallest;
    }

    /** @param told counts that somebody could work out from this one */
    Shown show(long count, long... told) {
        if (isSmall(count)) {
            return Shown.fewerThan(smallest);
        }
        return Arrays.stream(told).anyMatch(this::isSmall) ? Shown.WITHHELD : Shown.of(count);
    }
}
