package org.precert.review;

import java.util.List;

/**
 * What came of a request.
 *
 * @param reviews by order, then by coverage
 * @param notInForce coverages of served payers that do not count on the day of service
 * @param anyCoverage whether the patient has a coverage at all, whoever its payer
 */
public record Reviewed(List<Review> reviews, List<MemberCoverage> notInForce, boolean anyCoverage) {

    public Reviewed {
        reviews = List.copyOf(reviews);
        notInForce = List.copyOf(notInForce);
    }
}
