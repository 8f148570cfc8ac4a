package org.precert.clocks;

import java.time.LocalDate;

/** The days on which a rule counts for one cell, both ends included. */
record Span(LocalDate from, LocalDate until, ClockRule rule) {

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean isEmpty() {
        return until.isBefore(from);
    }
}
