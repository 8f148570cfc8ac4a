package org.precert.crd.answer;

import java.util.stream.Collectors;
import org.precert.decision.Decision;
import org.precert.decision.Finding;
import org.precert.policy.Policy;
import org.precert.review.Review;

/** Tells which orders are told the same, under one coverage: they share their cards. */
record ToldAlike(Review review) implements Decision.Cases<String> {

    static String key(Review review) {
        return review.coverage().reference() + "|"
                + review.ruling().policy().map(Policy::name).orElse("") + "|"
                + review.ruling().decision().tell(new ToldAlike(review));
    }

    @Override
    public String stated(Decision.Stated decision) {
        return decision.statement().label() + criteria();
    }

    /** Orders whose criteria stand differently are told apart. */
    private String criteria() {
        return review.ruling().findings().criteria().stream()
                .map(each -> " " + each.id() + "=" + each.answer())
                .collect(Collectors.joining());
    }

    @Override
    public String notAddressed(Decision.NotAddressed decision) {
        return "not-addressed";
    }

    @Override
    public String informationNeeded(Decision.InformationNeeded decision) {
        return "missing " + decision.missing().stream().map(Finding::id).toList();
    }

    @Override
    public String notEvaluated(Decision.NotEvaluated decision) {
        return "not-evaluated";
    }

    @Override
    public String noPolicyInForce(Decision.NoPolicyInForce decision) {
        return "no-policy-in-force on " + review.order().dateOfService();
    }

    @Override
    public String coverageNotInForce(Decision.CoverageNotInForce decision) {
        return "coverage " + decision.why();
    }
}
