package org.precert.crash.inside;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the process ends: at the nth time that a statement, or a transaction with it, comes to this moment. */
final class CrashPoint {

    /** Of a statement, or of the commit of its transaction. */
    enum Moment {
        BEFORE,
        AFTER,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** As the shell tells of a process that was killed. */
    private static final int KILLED = 137;

    private final Moment moment;
    private final String statement;
    private final AtomicInteger left;
    private volatile boolean armed;

    private CrashPoint(Moment moment, String statement, int times) {
        this.moment = moment;
        this.statement = statement;
        this.left = new AtomicInteger(times);
    }

    /** @param told moment, part of a statement, and how often it is to come, as in {@code AFTER|insert into submission|3} */
    static CrashPoint of(String told) {
        if (told.isEmpty()) {
            return new CrashPoint(Moment.BEFORE, "none", Integer.MAX_VALUE);
        }
        String[] parts = told.split("\\|");
        return new CrashPoint(Moment.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }

    /** From now on it counts: not while the server starts. */
    void arm() {
        armed = true;
    }

    /** @param statements one, or those of a transaction */
    void pass(Moment now, String statements) {
        if (armed
                && now == moment
                && statements.toLowerCase(Locale.ROOT).contains(statement)
                && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
