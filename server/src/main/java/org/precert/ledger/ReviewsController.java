package org.precert.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers "why?" by the coverage-assertion-id. It tells data of patients: it is there in the demo profile alone. */
@RestController
@ConditionalOnProperty(name = "precert.reviews.open", havingValue = "true")
final class ReviewsController {

    private final StoredReviews reviews;
    private final Replay replay;
    private final DisputePackets packets;
    private final AccessLog accesses;

    ReviewsController(StoredReviews reviews, Replay replay, DisputePackets packets, AccessLog accesses) {
        this.reviews = reviews;
        this.replay = replay;
        this.packets = packets;
        this.accesses = accesses;
    }

    /** The explanation: statement, define, value, evidence, what would change the answer, and the trace. */
    @GetMapping(path = "/reviews/{assertionId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode review(@PathVariable("assertionId") String assertionId, HttpServletRequest by) {
        return find("review", assertionId, by).told();
    }

    /** The stored determination beside the one that the same policy version gives today. */
    @GetMapping(path = "/reviews/{assertionId}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode replay(@PathVariable("assertionId") String assertionId, HttpServletRequest by) {
        return replay.of(find("replay", assertionId, by));
    }

    /** All that a dispute about this review needs, as a ZIP. */
    @GetMapping("/reviews/{assertionId}/packet")
    ResponseEntity<byte[]> packet(@PathVariable("assertionId") String assertionId, HttpServletRequest by) {
        StoredReview stored = find("packet", assertionId, by);
        ContentDisposition name = ContentDisposition.attachment()
                .filename("precert-" + stored.assertionId() + ".zip")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(packets.of(stored));
    }

    private StoredReview find(String what, String assertionId, HttpServletRequest by) {
        StoredReview stored = reviews.find(assertionId)
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no review with this id"));
        accesses.note(what, stored, by);
        return stored;
    }
}
