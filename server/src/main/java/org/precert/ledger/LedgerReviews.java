package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.decision.Determination;
import org.precert.review.KeptReview;
import org.precert.review.KeptReviews;

/** Hands the doors what the ledger kept. */
record LedgerReviews(StoredReviews reviews, StoredJson json) implements KeptReviews {

    @Override
    public Optional<KeptReview> find(String assertionId) {
        return reviews.find(assertionId).map(stored -> kept(assertionId, stored));
    }

    private KeptReview kept(String assertionId, StoredReview stored) {
        List<String> together = new ArrayList<>();
        stored.question().path("ordersTogether").forEach(each -> together.add(each.asText()));
        List<ObjectNode> facts = new ArrayList<>();
        for (JsonNode each : json.read(stored.exchange().facts())) {
            facts.add((ObjectNode) each);
        }
        return new KeptReview(
                assertionId,
                stored.exchange().client(),
                stored.question().path("patient").asText(),
                stored.order(),
                together,
                stored.coverage(),
                stored.payer(),
                Determination.of(stored.determination()),
                stored.said().questionnaire(),
                stored.said().docNeeded(),
                facts,
                reviews.saidTogether(assertionId));
    }
}
