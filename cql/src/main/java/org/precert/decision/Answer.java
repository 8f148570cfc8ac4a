package org.precert.decision;

/** CQL's three values. Unknown is an answer of its own: it asks, it never denies and never waives. */
public enum Answer {
    YES,
    NO,
    UNKNOWN
}
