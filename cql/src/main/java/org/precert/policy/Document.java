package org.precert.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The payer's document that a policy encodes.
 *
 * @param name how people call it, with its number
 * @param url where the payer publishes its policies; empty where we know no lasting address
 * @param sha256 of the text that was read
 * @param revised the day of its last revision or review
 * @param nextReview the month in which the payer meant to look at it again
 * @param earlierSince since when there was a policy of this payer on the subject, encoded here or not
 */
public record Document(
        String name,
        Optional<String> url,
        String sha256,
        LocalDate revised,
        Optional<YearMonth> nextReview,
        Optional<LocalDate> earlierSince) {

    /** Whether the month of the next review has passed by then. */
    public boolean reviewOverdue(LocalDate day) {
        return nextReview.isPresent() && day.isAfter(nextReview.get().atEndOfMonth());
    }
}
