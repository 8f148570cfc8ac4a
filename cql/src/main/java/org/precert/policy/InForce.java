package org.precert.policy;

import java.time.LocalDate;
import java.util.Optional;

/** The days on which a policy version holds: both ends count; no last day means until further notice. */
public record InForce(LocalDate from, Optional<LocalDate> until) {

    public InForce {
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new InvalidPolicy("in force until " + until.get() + ", before its first day " + from);
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until.isEmpty() || !day.isAfter(until.get()));
    }
}
