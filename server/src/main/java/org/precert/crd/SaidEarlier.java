package org.precert.crd;

import org.precert.coverage.CoverageInformation;
import org.precert.crd.wire.Earlier;
import org.precert.review.ReviewLedger;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewed;

/** Asks the ledger what was said earlier: what an order carries is the caller's word. */
record SaidEarlier(ReviewLedger ledger, ReviewRequest request, Reviewed reviewed) implements Earlier {

    @Override
    public boolean isSame(String assertionId, CoverageInformation information) {
        return reviewed.reviews().stream()
                .filter(review -> review.assertionId().equals(information.assertionId()))
                .anyMatch(review -> ledger.saidBefore(assertionId, request, review));
    }

    @Override
    public boolean isOurs(String assertionId, String resource) {
        return ledger.holds(assertionId, resource);
    }
}
