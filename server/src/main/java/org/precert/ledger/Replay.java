package org.precert.ledger;

import java.util.Optional;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.Policy;

/** Asks a stored question again, of the same policy version: the answer has to be the same. */
final class Replay {

    private final PolicyDesk policies;
    private final FactsReader facts;

    Replay(PolicyDesk policies, FactsReader facts) {
        this.policies = policies;
        this.facts = facts;
    }

    /** @return the determination; empty if that version is no longer served here */
    Optional<String> determination(StoredReview stored) {
        return version(stored)
                .map(policy -> policies.rule(policy, StoredQuestion.read(stored.question(), stored.facts(), facts))
                        .decision()
                        .determination()
                        .code());
    }

    private Optional<Policy> version(StoredReview stored) {
        return policies.book().policies().stream()
                .filter(policy -> stored.policy().filter(policy.id()::equals).isPresent())
                .filter(policy -> stored.contentHash()
                        .filter(policy.contentHash()::equals)
                        .isPresent())
                .findFirst();
    }
}
