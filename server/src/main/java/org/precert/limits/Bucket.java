package org.precert.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket in one number: the time at which it will be full again. Each call moves that time by what one call takes; who
 * would move it further ahead than a burst takes has to wait. (The generic cell rate algorithm, ITU-T I.371, A.)
 */
final class Bucket {

    private final AtomicLong full = new AtomicLong();

    /**
     * @param now in nanoseconds since the start, never negative
     * @return 0 if the call may go on, or else how long to wait, in nanoseconds
     */
    long take(Pace pace, long now) {
        long perCall = pace.nanosPerCall();
        long room = perCall * (pace.burst() - 1);
        while (true) {
            long was = full.get();
            long from = Math.max(was, now);
            if (from - now > room) {
                return from - now - room;
            }
            if (full.compareAndSet(was, from + perCall)) {
                return 0;
            }
        }
    }

    /** As if the call had not been made: it turned out to be somebody else's. */
    void giveBack(Pace pace) {
        full.addAndGet(-pace.nanosPerCall());
    }
}
