package org.precert.sight;

import java.util.Locale;

/** The parts of the work that a trace tells apart. */
public enum Work {
    /** A request, from the first byte to the last. */
    REQUEST,
    /** All orders of a request under all coverages. */
    REVIEW,
    /** One order under one coverage. */
    LINE,
    /** The chart, read from the caller's FHIR server. */
    FETCH,
    /** A transaction, while the database makes it last. */
    COMMIT,
    /** A notification to a subscriber. */
    NOTIFICATION;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
