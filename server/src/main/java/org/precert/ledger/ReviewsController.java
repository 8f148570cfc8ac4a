package org.precert.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers "why?" by the coverage-assertion-id. It tells data of patients: it is there in the demo profile alone. */
@RestController
@ConditionalOnProperty("precert.reviews.open")
final class ReviewsController {

    private final JdbcLedger ledger;
    private final Replay replay;
    private final ObjectMapper json;

    ReviewsController(JdbcLedger ledger, Replay replay, ObjectMapper json) {
        this.ledger = ledger;
        this.replay = replay;
        this.json = json;
    }

    /** The explanation: statement, define, value, evidence, what would change the answer, and the trace. */
    @GetMapping(path = "/reviews/{assertionId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode review(@PathVariable("assertionId") String assertionId) {
        StoredReview stored = find(assertionId);
        ObjectNode answer = json.createObjectNode();
        answer.put("assertionId", stored.assertionId());
        answer.put("madeAt", stored.receivedAt().toString());
        answer.put("door", stored.door());
        answer.put("order", stored.order());
        answer.put("coverage", stored.coverage());
        answer.put("payer", stored.payer());
        answer.put("dateOfService", stored.question().path("dateOfService").asText());
        answer.put("engine", stored.engine());
        answer.setAll(stored.explanation());
        return answer;
    }

    /** The stored determination beside the one that the same policy version gives today. */
    @GetMapping(path = "/reviews/{assertionId}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode replay(@PathVariable("assertionId") String assertionId) {
        StoredReview stored = find(assertionId);
        ObjectNode answer = json.createObjectNode();
        answer.put("stored", stored.determination());
        replay.determination(stored)
                .ifPresentOrElse(
                        now -> answer.put("replayed", now).put("same", now.equals(stored.determination())),
                        () -> answer.put("note", "This policy version is not served here"));
        return answer;
    }

    private StoredReview find(String assertionId) {
        return ledger.find(assertionId)
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no review with this id"));
    }
}
