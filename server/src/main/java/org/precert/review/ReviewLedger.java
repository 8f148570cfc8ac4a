package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Keeps every call and what was answered to it: what is not kept has not been said. CRD 2.2, found-11 and found-37. */
public interface ReviewLedger {

    /** Stores the request, its reviews and the answer, all or nothing, before this returns. */
    void keep(ReviewRequest request, List<Review> reviews, JsonNode answer);

    /** Stores a call to which nothing was reviewed, with what was answered: nothing to say, or what was wrong with it. */
    void keepUnreviewed(ReviewRequest.Call call, int status, JsonNode answer);

    /** Whether an earlier review was of the same order, coverage and day, and came to the same on the same grounds. */
    boolean saidBefore(String assertionId, ReviewRequest request, Review review);

    /** Whether an earlier review with this id was of this order, as Type/id. */
    boolean holds(String assertionId, String order);
}
