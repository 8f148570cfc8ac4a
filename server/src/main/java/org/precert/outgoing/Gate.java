package org.precert.outgoing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before one destination: so many requests at once, so many waiting, and none for a while after it hung several
 * times in a row; then one tries. Not resilience4j: its bulkhead keeps no queue without a thread, and its breaker counts
 * forty reads that hang together as forty reasons.
 */
final class Gate {

    /** What a visit showed of the destination. */
    enum Sign {
        ANSWERED,
        HUNG,
        NOTHING
    }

    /** A request's turn. */
    static final class Visit {

        private final Runnable start;
        private final Runnable turnedAway;
        private long began;
        private boolean running;
        private boolean left;

        Visit(Runnable start, Runnable turnedAway) {
            this.start = start;
            this.turnedAway = turnedAway;
        }
    }

    private final Limits limits;
    private final LongSupplier nanos;
    private final ArrayDeque<Visit> waiting = new ArrayDeque<>();
    private int running;
    private int hungInARow;
    private long lastHung;
    private @Nullable Visit trial;

    Gate(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Starts the visit, now or later, or turns it away. */
    void enter(Visit visit) {
        admitted(visit).forEach(Runnable::run);
    }

    /** Ends the visit, whether it was started, still waits or has yet to enter. */
    void leave(Visit visit, Sign sign) {
        left(visit, sign).forEach(Runnable::run);
    }

    private synchronized List<Runnable> admitted(Visit visit) {
        if (visit.left) {
            return List.of();
        }
        if (isShut()) {
            boolean rested = nanos.getAsLong() - lastHung >= limits.rest().toNanos();
            if (!rested || trial != null) {
                return List.of(visit.turnedAway);
            }
            trial = visit;
            return List.of(begin(visit));
        }
        if (running < limits.atOnce()) {
            return List.of(begin(visit));
        }
        if (waiting.size() >= limits.waiting()) {
            return List.of(visit.turnedAway);
        }
        waiting.add(visit);
        return List.of();
    }

    private synchronized List<Runnable> left(Visit visit, Sign sign) {
        visit.left = true;
        if (waiting.remove(visit) || !visit.running) {
            return List.of();
        }
        visit.running = false;
        running--;
        if (visit == trial) {
            trial = null;
        }
        if (sign == Sign.ANSWERED) {
            hungInARow = 0;
        } else if (sign == Sign.HUNG) {
            noteHung(visit);
        }
        return next();
    }

    /** Requests that hung side by side are one sign: it counts again from those that began after it. */
    private void noteHung(Visit visit) {
        if (hungInARow == 0 || visit.began - lastHung >= 0) {
            hungInARow++;
            lastHung = nanos.getAsLong();
        }
    }

    private List<Runnable> next() {
        List<Runnable> next = new ArrayList<>();
        while (!waiting.isEmpty() && (isShut() || running < limits.atOnce())) {
            Visit visit = waiting.remove();
            next.add(isShut() ? visit.turnedAway : begin(visit));
        }
        return next;
    }

    private boolean isShut() {
        return hungInARow >= limits.patience();
    }

    private Runnable begin(Visit visit) {
        running++;
        visit.running = true;
        visit.began = nanos.getAsLong();
        return visit.start;
    }
}
