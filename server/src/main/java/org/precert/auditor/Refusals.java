package org.precert.auditor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.audit.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who was turned away; so many a minute one by one, and the others by their number, for nobody may fill a database by
 * knocking. Turning away does not wait for the record, and needs no database.
 */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ONE_BY_ONE = 60;
    private static final int KINDS = 200;

    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Kind, Long> counted = new LinkedHashMap<>();
    private Instant until = Instant.EPOCH;
    private int recorded;

    Refusals(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param area the first part of the path
     * @param why a code; may be empty
     */
    record Kind(String area, int status, String why) {}

    void add(Kind kind, Who by) {
        Map<Kind, Long> before = turn();
        before.forEach((each, times) -> write(each, times, Who.nobody()));
        if (mayTell(kind)) {
            write(kind, 1, by);
        }
    }

    /** What was counted in the window before, once that is over. */
    private synchronized Map<Kind, Long> turn() {
        if (clock.instant().isBefore(until)) {
            return Map.of();
        }
        Map<Kind, Long> before = new LinkedHashMap<>(counted);
        counted.clear();
        recorded = 0;
        until = clock.instant().plus(WINDOW);
        return before;
    }

    private synchronized boolean mayTell(Kind kind) {
        if (recorded < ONE_BY_ONE) {
            recorded++;
            return true;
        }
        if (counted.containsKey(kind) || counted.size() < KINDS) {
            counted.merge(kind, 1L, Long::sum);
        }
        return false;
    }

    private void write(Kind kind, long times, Who by) {
        try {
            audit.record(new AuditEntry.Refused(kind.area(), kind.status(), kind.why(), times, by));
        } catch (RuntimeException e) {
            LOG.warn(
                    "That somebody was turned away could not be recorded: {}",
                    e.getClass().getName());
        }
    }
}
