package org.precert.review;

import java.util.List;
import java.util.stream.Collectors;
import org.precert.decision.Decision;
import org.precert.decision.Finding;
import org.precert.decision.Statement;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.Detail;
import org.precert.policy.Policy;

/** Says in a sentence why, with the place in the policy: the same words at every door. */
public final class Rationale {

    private final PolicyDesk policies;

    public Rationale(PolicyDesk policies) {
        this.policies = policies;
    }

    /** One or two plain sentences, without data of the patient. */
    public String sentence(Review review) {
        return review.ruling().decision().tell(new Sentences(review));
    }

    /** "the drug and the route of administration". */
    public String names(List<Finding> facts) {
        List<String> names = facts.stream()
                .map(fact -> policies.words(fact.id()).name())
                .distinct()
                .toList();
        return names.isEmpty() ? "some facts" : joined(names, " and ");
    }

    /** What people call a fact or a criterion. */
    public String name(Finding finding) {
        return policies.words(finding.id()).name();
    }

    /** What to do about each missing fact. */
    public List<String> asks(List<Finding> facts) {
        return facts.stream()
                .map(fact -> policies.words(fact.id()).ask())
                .distinct()
                .toList();
    }

    /** The code by which CRD says that an order lacks this fact. */
    public String infoNeeded(Finding fact) {
        return policies.words(fact.id()).infoNeeded();
    }

    /** The few things that an order can say of a fact. */
    public List<Detail> details(Finding fact) {
        return policies.words(fact.id()).details();
    }

    private static String joined(List<String> parts, String last) {
        int end = parts.size() - 1;
        return end == 0 ? parts.get(0) : String.join(", ", parts.subList(0, end)) + last + parts.get(end);
    }

    private final class Sentences implements Decision.Cases<String> {

        private final Review review;

        Sentences(Review review) {
            this.review = review;
        }

        private String policy() {
            return review.ruling()
                    .policy()
                    .map(Policy::document)
                    .map(each -> each.name())
                    .orElse("the payer's policy");
        }

        @Override
        public String stated(Decision.Stated decision) {
            Statement statement = decision.statement();
            return policy() + " (" + statement.locator() + "): " + statement.says();
        }

        @Override
        public String notAddressed(Decision.NotAddressed decision) {
            String why = decision.outside().stream()
                    .map(fact -> policies.words(fact.id()).outside())
                    .distinct()
                    .collect(Collectors.joining("; "));
            return policy() + " does not address this order" + (why.isEmpty() ? "" : ": " + why)
                    + ". Regular benefits decide.";
        }

        @Override
        public String informationNeeded(Decision.InformationNeeded decision) {
            return "The order does not tell " + names(decision.missing()) + ", and " + policy() + " turns on it.";
        }

        @Override
        public String notEvaluated(Decision.NotEvaluated decision) {
            return decision.trouble() + ". This says nothing about coverage: ask the payer, or try again.";
        }

        @Override
        public String noPolicyInForce(Decision.NoPolicyInForce decision) {
            String from = decision.from()
                    .map(day -> "The policy version that is encoded here is in force from " + day
                            + ", after the date of service " + review.order().dateOfService() + ".")
                    .orElse("No policy of this payer is encoded here.");
            String earlier = decision.earlierSince()
                    .map(day -> " The payer has had a policy on this since " + day + "; an earlier version may apply.")
                    .orElse("");
            return from + earlier;
        }

        @Override
        public String coverageNotInForce(Decision.CoverageNotInForce decision) {
            return "The coverage with " + review.coverage().payer().name() + " " + decision.why()
                    + ", so no policy was asked. Check the member's eligibility.";
        }
    }
}
