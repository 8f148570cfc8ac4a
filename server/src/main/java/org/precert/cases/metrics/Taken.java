package org.precert.cases.metrics;

import java.time.Duration;
import java.util.List;

/**
 * How long something took.
 *
 * @param count of how many
 * @param meanHours 0 where there is none
 */
record Taken(long count, double meanHours, double medianHours) {

    static Taken of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return new Taken(0, 0, 0);
        }
        Times times = new Times(durations, Times.HOUR);
        return new Taken(
                durations.size(), times.mean().doubleValue(), times.median().doubleValue());
    }
}
