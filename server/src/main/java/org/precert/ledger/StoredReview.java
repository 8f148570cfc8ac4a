package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** A review as it was kept. */
record StoredReview(
        String assertionId,
        Instant receivedAt,
        String door,
        String order,
        String coverage,
        String payer,
        Optional<String> policy,
        Optional<String> contentHash,
        String engine,
        String determination,
        JsonNode question,
        JsonNode facts,
        ObjectNode explanation) {}
