package org.precert.crd.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.crd.answer.Suggestion.Action;
import org.precert.crd.call.HookCall;
import org.precert.decision.Comparators;
import org.precert.decision.Decision;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.decision.Proposal;
import org.precert.policy.Correction;
import org.precert.policy.Detail;
import org.precert.policy.Notice;
import org.precert.review.Rationale;
import org.precert.review.Review;

/**
 * What a clinician could change about a draft order, where the policy gives cause: a missing detail, a code that has
 * ended, another treatment. Each is one update, or one order in place of another (CRD 2.2, resp-53).
 */
final class Proposals {

    private final Rationale rationale;

    Proposals(Rationale rationale) {
        this.rationale = rationale;
    }

    /** What the order could say of a fact that is missing: found in the chart, or one of the few things it can be. */
    List<Suggestion> details(Review review, ObjectNode order) {
        List<Suggestion> suggestions = new ArrayList<>();
        if (review.ruling().decision() instanceof Decision.InformationNeeded asked) {
            for (Finding missing : asked.missing()) {
                review.ruling().findings().candidates().stream()
                        .filter(candidate -> candidate.about().equals(missing.id()))
                        .forEach(candidate -> suggestions.add(reason(review, order, candidate)));
                rationale
                        .details(missing)
                        .forEach(detail -> with(review, order, detail).ifPresent(suggestions::add));
            }
        }
        return suggestions;
    }

    private static Suggestion reason(Review review, ObjectNode order, Evidence candidate) {
        String words = candidate.words().isEmpty() ? candidate.code() : candidate.words();
        String label = "Give " + words + " as the reason for " + review.order().name();
        return update(label, OrderChange.withReason(order, candidate));
    }

    private static Optional<Suggestion> with(Review review, ObjectNode order, Detail detail) {
        String label = detail.display() + ": say so in " + review.order().name();
        return OrderChange.withDetail(order, detail).map(changed -> update(label, changed));
    }

    /** A code that has ended, in the place where the order has it; not where the new code counts in another unit. */
    List<Suggestion> corrections(Review review, ObjectNode order, List<Notice> notices) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Notice notice : notices) {
            for (Correction correction : notice.corrections()) {
                boolean counted = correction.onlyWithoutQuantity() && OrderChange.statesQuantity(order);
                if (!counted) {
                    OrderChange.withCode(order, correction)
                            .map(changed -> update(
                                    correction.to() + " in place of " + correction.from() + " in "
                                            + review.order().name() + ": " + correction.words(),
                                    changed))
                            .ifPresent(suggestions::add);
                }
            }
        }
        return suggestions;
    }

    /** What the policy compares with and a code can order, in place of what was ordered. */
    List<Suggestion> alternatives(Review review, ObjectNode order, Comparators comparators) {
        List<Suggestion> suggestions = new ArrayList<>();
        String kind = order.path("resourceType").asText().equals("ServiceRequest") ? "service" : "drug";
        for (Proposal proposal : comparators.proposals()) {
            if (proposal.kind().equals(kind)) {
                OrderChange.instead(order, proposal)
                        .ifPresent(created -> suggestions.add(new Suggestion(
                                proposal.display() + " in place of "
                                        + review.order().name(),
                                List.of(
                                        new Action.Delete(
                                                "Remove " + review.order().name(), HookCall.reference(order)),
                                        new Action.Create("Order " + proposal.display(), created, Optional.empty())))));
            }
        }
        return suggestions;
    }

    private static Suggestion update(String label, ObjectNode changed) {
        return new Suggestion(label, List.of(new Action.Update(label, changed)));
    }

    static Optional<ObjectNode> draft(List<ObjectNode> subjects, Review review) {
        return subjects.stream()
                .filter(subject ->
                        HookCall.reference(subject).equals(review.order().reference()))
                .filter(Proposals::isDraft)
                .findFirst();
    }

    private static boolean isDraft(JsonNode order) {
        return order.path("status").asText().equals("draft");
    }
}
