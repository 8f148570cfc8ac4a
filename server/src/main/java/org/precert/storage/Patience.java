package org.precert.storage;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the work of this thread waits for one answer of the database: a door that owes its own answer in five seconds can not
 * wait for a minute. A statement that takes longer loses its connection.
 */
public final class Patience implements AutoCloseable {

    private static final ThreadLocal<Patience> CURRENT = new ThreadLocal<>();

    private final Duration longest;

    private Patience(Duration longest) {
        this.longest = longest;
    }

    /** From now on in this thread, until it is closed. */
    public static Patience of(Duration longest) {
        Patience patience = new Patience(longest);
        CURRENT.set(patience);
        return patience;
    }

    /** @return empty where nobody waits for the answer */
    static Optional<Duration> current() {
        return Optional.ofNullable(CURRENT.get()).map(patience -> patience.longest);
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
