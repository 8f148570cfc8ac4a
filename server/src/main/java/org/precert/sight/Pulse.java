package org.precert.sight;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Of something that is done again and again: whether it still is. */
public final class Pulse {

    /** A database that is slow for a while does not make a worker a dead one. */
    private static final Duration LEAST = Duration.ofMinutes(2);

    private static final int ROUNDS = 6;

    private final Duration longest;
    private final LongSupplier nanos;
    private volatile long latest;
    private volatile boolean begun;

    /** @param pause between two rounds */
    public Pulse(Duration pause) {
        this(pause, System::nanoTime);
    }

    Pulse(Duration pause, LongSupplier nanos) {
        Duration rounds = pause.multipliedBy(ROUNDS);
        this.longest = rounds.compareTo(LEAST) > 0 ? rounds : LEAST;
        this.nanos = nanos;
    }

    /** A round has ended, well or badly; or they begin. */
    public void beat() {
        latest = nanos.getAsLong();
        begun = true;
    }

    /** False before the first one, and if the last one is long ago. */
    public boolean isAlive() {
        return begun && nanos.getAsLong() - latest <= longest.toNanos();
    }
}
