package org.precert.review;

import java.util.List;

/** Keeps every review: what is not kept has not been said. */
public interface ReviewLedger {

    /** Stores the request with its reviews, all or nothing, before this returns. */
    void keep(ReviewRequest request, List<Review> reviews);
}
