package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A review as it was kept, with the exchange that it was made in. */
record StoredReview(
        String assertionId,
        StoredExchange exchange,
        String order,
        String coverage,
        String payer,
        Optional<String> policy,
        Optional<String> contentHash,
        String engine,
        String determination,
        Said said,
        JsonNode question,
        ObjectNode explanation) {

    /** For whoever asks why: the explanation, and what it is about. */
    ObjectNode told() {
        ObjectNode told = explanation.objectNode();
        told.put("assertionId", assertionId);
        told.put("madeAt", exchange.receivedAt().toString());
        told.put("door", exchange.door());
        told.put("order", order);
        told.put("coverage", coverage);
        told.put("payer", payer);
        told.put("dateOfService", question.path("dateOfService").asText());
        told.put("engine", engine);
        told.setAll(explanation);
        return told;
    }
}
