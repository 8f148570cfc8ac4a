package org.precert.storage;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the work of this thread waits for the database: for one answer, and for all of them. A door that owes its own answer in
 * five seconds can not wait for a minute, nor ten times for two seconds. A statement that takes longer loses its connection.
 */
public final class Patience implements AutoCloseable {

    private static final ThreadLocal<Patience> CURRENT = new ThreadLocal<>();

    private final Duration longest;
    private long ends;

    private Patience(Duration longest, Duration inAll) {
        this.longest = longest;
        this.ends = System.nanoTime() + inAll.toNanos();
    }

    /**
     * From now on in this thread, until it is closed.
     *
     * @param longest for one answer of the database
     * @param inAll from now on; after that it is asked for nothing more
     */
    public static Patience of(Duration longest, Duration inAll) {
        Patience patience = new Patience(longest, inAll);
        CURRENT.set(patience);
        return patience;
    }

    /** As long as the caller itself took to send what it asks: nobody waited for us meanwhile. */
    public static void leaveOut(Duration callers) {
        Patience current = CURRENT.get();
        if (current != null) {
            current.ends += callers.toNanos();
        }
    }

    /** @return empty where nobody waits for the answer; else for how long, nothing if the time is up */
    static Optional<Duration> current() {
        return Optional.ofNullable(CURRENT.get()).map(patience -> shorter(patience.longest, patience.left()));
    }

    /** @return empty where nobody waits; else the time for all that is still to be asked, never negative */
    static Optional<Duration> inAll() {
        return Optional.ofNullable(CURRENT.get()).map(Patience::left);
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, ends - System.nanoTime()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
