package org.precert.storage;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * When work that may be done twice is done again after {@link Trouble}: a few times, soon, with pauses of no fixed length, so that
 * those who got into each other's way do not meet again. Not where so much time is gone that the caller had better ask again.
 */
public final class Again {

    private static final int TRIES = 4;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 25;

    private final LongSupplier nanos;
    private final Pause pause;
    private final long begin;
    private int tried;

    /** Waits. */
    @FunctionalInterface
    interface Pause {

        void of(long millis) throws InterruptedException;
    }

    Again(LongSupplier nanos, Pause pause) {
        this.nanos = nanos;
        this.pause = pause;
        this.begin = nanos.getAsLong();
    }

    /** Begins to count, for one call. */
    public static Again begin() {
        return new Again(System::nanoTime, Thread::sleep);
    }

    /**
     * To be asked after each failure; pauses before it says yes.
     *
     * @return whether to do it again
     */
    public boolean after(Trouble trouble) {
        tried++;
        boolean may = trouble == Trouble.AWAY || trouble == Trouble.CONTENDED;
        if (!may || tried >= TRIES || nanos.getAsLong() - begin > LONGEST.toNanos()) {
            return false;
        }
        long longest = PAUSE_MILLIS << tried;
        try {
            pause.of(ThreadLocalRandom.current().nextLong(longest / 2, longest));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
