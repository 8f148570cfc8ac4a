package org.precert.crash;

import java.util.List;
import java.util.Random;

/**
 * When a server ends.
 *
 * @param at moment and statement, as {@code CrashPoint} reads it; empty for a kill from outside, at any time
 * @param often at most so many times it passes before it ends there
 */
record Point(String name, String at, int often) {

    private static final int OFTEN = 12;
    private static final int SELDOM = 3;

    static final Point ANY_TIME = new Point("any time (SIGKILL)", "", 0);

    /** The database ends, not the server. */
    static final Point DATABASE = new Point("PostgreSQL, at any time (SIGKILL)", "", 0);

    /** All that a server can be told to end at. */
    static List<Point> named() {
        return List.of(
                new Point("request: before the transaction", "AFTER|from submission", OFTEN),
                inserted("pa_case"),
                inserted("case_event"),
                inserted("case_line"),
                inserted("case_key"),
                inserted("patient_access"),
                inserted("exchange"),
                inserted("review"),
                inserted("submission"),
                new Point("request: right before the commit", "BEFORE_COMMIT|insert into submission", OFTEN),
                new Point(
                        "request: committed, before the answer is written",
                        "AFTER_COMMIT|insert into submission",
                        OFTEN),
                new Point("documents: kept, before the case changes", "AFTER|insert into attachment", SELDOM),
                new Point("documents: right before the commit", "BEFORE_COMMIT|insert into attachment", SELDOM),
                new Point("documents: committed, before the answer", "AFTER_COMMIT|insert into attachment", SELDOM),
                new Point("desk, documents: notification queued", "AFTER|insert into pas_notification", SELDOM),
                new Point(
                        "desk, documents: right before the commit",
                        "BEFORE_COMMIT|insert into pas_notification",
                        SELDOM),
                new Point(
                        "desk, documents: committed, before the answer",
                        "AFTER_COMMIT|insert into pas_notification",
                        SELDOM),
                new Point("notification: before it is posted", "AFTER|update pas_delivery set lease_until", SELDOM),
                new Point("notification: posted, not marked", "BEFORE|update pas_notification set state", SELDOM),
                new Point(
                        "notification: marked, right before the commit",
                        "BEFORE_COMMIT|update pas_notification set state",
                        SELDOM),
                new Point(
                        "notification: right after the commit",
                        "AFTER_COMMIT|update pas_notification set state",
                        SELDOM));
    }

    private static Point inserted(String table) {
        return new Point("request: after insert into " + table, "AFTER|insert into " + table + " ", OFTEN);
    }

    /** As the server reads it. */
    String spec(Random random) {
        return at.isEmpty() ? "" : at + "|" + (1 + random.nextInt(often));
    }
}
