package org.precert.limits;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How fast each known caller may call: the clients of the registry, and the people of the staff. Each node counts for itself. */
public final class Paces {

    private final Pace usual;
    private final Map<String, Pace> own;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param own those of clients that have another one than the usual, by their ids
     * @param nanos since the start
     */
    Paces(Pace usual, Map<String, Pace> own, LongSupplier nanos) {
        this.usual = usual;
        this.own = Map.copyOf(own);
        this.nanos = nanos;
    }

    /**
     * Counts a call.
     *
     * @param caller who is known by now: there are not more of them than are registered
     * @return zero if it may go on, or else how long to wait
     */
    public Duration take(String caller) {
        Pace pace = own.getOrDefault(caller, usual);
        if (!pace.isBounded()) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(
                buckets.computeIfAbsent(caller, any -> new Bucket()).take(pace, nanos.getAsLong()));
    }
}
