package org.precert.review;

import java.time.LocalDate;

/**
 * One ordered service or drug.
 *
 * @param reference Type/id
 * @param label what people would call it: the display or text of its code; may be empty
 * @param dateOfService the day that decides which policy version counts
 */
public record OrderLine(String reference, String label, LocalDate dateOfService) {

    /** The label, or the reference where there is none. */
    public String name() {
        return label.isEmpty() ? reference : label;
    }
}
