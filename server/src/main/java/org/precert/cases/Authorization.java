package org.precert.cases;

import java.time.LocalDate;

/**
 * Leave to go ahead.
 *
 * @param number by which the claim is paid: REF-BB
 * @param issued the day of the decision
 * @param from the first day of service that it is good for
 * @param until the last one
 */
public record Authorization(String number, LocalDate issued, LocalDate from, LocalDate until) {

    public Authorization {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("An authorization ends before it begins");
        }
    }
}
