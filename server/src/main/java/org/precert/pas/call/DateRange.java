package org.precert.pas.call;

import java.time.LocalDate;
import java.util.Optional;

/** Days from one to another, both included; open where an end is missing. */
public record DateRange(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Whether a range shares a day with this one. */
    public boolean overlaps(DateRange other) {
        return startsBy(other.until) && other.startsBy(until);
    }

    /** Whether it ends before it begins. */
    boolean isBackwards() {
        return !startsBy(until);
    }

    private boolean startsBy(Optional<LocalDate> end) {
        return from.isEmpty() || end.isEmpty() || !from.get().isAfter(end.get());
    }
}
