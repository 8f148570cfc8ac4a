package org.precert.review;

import java.util.List;
import java.util.Set;

/**
 * What came of a request.
 *
 * @param reviews by order, then by coverage
 * @param anyCoverage whether the patient has a coverage at all, whoever its payer
 * @param unread FHIR types that the policies look at and that could not be read from the chart
 */
public record Reviewed(List<Review> reviews, boolean anyCoverage, Set<String> unread) {

    public Reviewed {
        reviews = List.copyOf(reviews);
        unread = Set.copyOf(unread);
    }
}
