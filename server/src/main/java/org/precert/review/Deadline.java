package org.precert.review;

import java.time.Duration;

/**
 * When an answer is due, on the monotonic clock of this machine.
 *
 * @param started when the request came in, in nanoseconds
 * @param ends when no more work may be begun for it
 */
public record Deadline(long started, long ends) {

    public static Deadline after(Duration limit) {
        long now = System.nanoTime();
        return new Deadline(now, now + limit.toNanos());
    }

    /** The same start, with less time. */
    public Deadline atMost(Duration limit) {
        return new Deadline(started, Math.min(ends, started + limit.toNanos()));
    }

    public boolean over() {
        return left().isZero();
    }

    /** Never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, ends - System.nanoTime()));
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
