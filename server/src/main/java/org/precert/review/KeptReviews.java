package org.precert.review;

import java.util.Optional;

/** Finds again what was said earlier. */
public interface KeptReviews {

    Optional<KeptReview> find(String assertionId);
}
