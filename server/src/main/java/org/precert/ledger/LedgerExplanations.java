package org.precert.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.precert.review.Explanations;

/** Hands the review desk what the ledger kept, and notes who looked. */
record LedgerExplanations(StoredReviews reviews, AccessLog accesses) implements Explanations {

    @Override
    public Optional<ObjectNode> of(String assertionId, Reader reader) {
        return reviews.find(assertionId).map(stored -> {
            accesses.note("review-desk", stored, reader.name(), reader.address());
            return stored.told();
        });
    }
}
