package org.precert.cases.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;

/** A calendar year as the payer's clocks on the wall tell it. */
record ReportYear(int number, ZoneId zone) {

    LocalDate firstDay() {
        return LocalDate.of(number, 1, 1);
    }

    LocalDate lastDay() {
        return Year.of(number).atMonth(12).atEndOfMonth();
    }

    Instant from() {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    /** The first moment of the next year. */
    Instant until() {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean contains(Instant at) {
        return !at.isBefore(from()) && at.isBefore(until());
    }
}
