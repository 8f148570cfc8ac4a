package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.precert.cases.Case;
import org.precert.review.ReviewLedger;
import org.precert.review.Reviewer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what became of documents, with the review that they led to: together with all else or not at all. Of what they say
 * nothing stands here; how many there are, and how large, is counted.
 */
final class ArrivalLedger {

    private static final int OK = 200;

    private final Reviewer reviewer;
    private final ReviewLedger ledger;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final ObjectMapper json;

    ArrivalLedger(
            Reviewer reviewer,
            ReviewLedger ledger,
            TransactionTemplate transaction,
            MeterRegistry meters,
            ObjectMapper json) {
        this.reviewer = reviewer;
        this.ledger = ledger;
        this.transaction = transaction;
        this.meters = meters;
        this.json = json;
    }

    Case together(Call call, Optional<DocumentReview.Result> result, Case state, Attached now, Supplier<Case> change) {
        ObjectNode said = json.createObjectNode().put("attachment", now.id()).put("case", state.id());
        return Objects.requireNonNull(transaction.execute(status -> {
            Case after = change.get();
            result.ifPresentOrElse(
                    each -> reviewer.keep(each.outcome().decided(), said),
                    () -> ledger.keepUnreviewed(call.with(Set.of()), OK, said));
            return after;
        }));
    }

    /** Of a call that changed no case. */
    void keep(Call call, Optional<Case> state, Arrived what, AttachmentService.Arrival arrival) {
        ObjectNode said = json.createObjectNode().put("attachment", what.word());
        state.ifPresent(each -> said.put("case", each.id()));
        ledger.keepUnreviewed(call.with(Set.of()), OK, said);
        count(what, arrival);
    }

    void count(Arrived what, AttachmentService.Arrival arrival) {
        DistributionSummary.builder("precert.pas.attachment.size")
                .description("Size of what was sent to $submit-attachment")
                .baseUnit("bytes")
                .tag("arrived", what.word())
                .register(meters)
                .record(arrival.size());
        DistributionSummary.builder("precert.pas.attachment.documents")
                .description("Documents in one call of $submit-attachment")
                .tag("arrived", what.word())
                .register(meters)
                .record(arrival.sent().documents().size());
    }
}
