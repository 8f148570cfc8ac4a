package org.precert.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.Policy;

/** Asks a stored question again, of the same policy version: the answer has to be the same. */
final class Replay {

    private final PolicyDesk policies;
    private final FactsReader facts;
    private final StoredJson json;

    Replay(PolicyDesk policies, FactsReader facts, StoredJson json) {
        this.policies = policies;
        this.facts = facts;
        this.json = json;
    }

    /** The stored determination beside today's, or a note on why there is none today. */
    ObjectNode of(StoredReview stored) {
        ObjectNode result = json.object().put("stored", stored.determination());
        if (stored.policy().isEmpty()) {
            return result.put("note", "No policy was asked, so there is nothing to ask again");
        }
        version(stored)
                .map(policy -> determination(policy, stored))
                .ifPresentOrElse(
                        now -> result.put("replayed", now).put("same", now.equals(stored.determination())),
                        () -> result.put("note", "This policy version is not served here"));
        return result;
    }

    /** The policy version that was asked, if it is served here. */
    Optional<Policy> version(StoredReview stored) {
        return policies.book().policies().stream()
                .filter(policy -> stored.policy().filter(policy.id()::equals).isPresent())
                .filter(policy -> stored.contentHash()
                        .filter(policy.contentHash()::equals)
                        .isPresent())
                .findFirst();
    }

    private String determination(Policy policy, StoredReview stored) {
        return policies.rule(
                        policy,
                        StoredQuestion.read(
                                stored.question(), json.read(stored.exchange().facts()), facts))
                .decision()
                .determination()
                .code();
    }
}
