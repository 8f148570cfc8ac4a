package org.precert.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.precert.evaluation.PolicyDesk;
import org.precert.evaluation.Question;

/** Reviews each order of a request under each coverage that is in force, and keeps what it found before it answers. */
public final class Reviewer {

    private final PolicyDesk policies;
    private final CoverageReading coverages;
    private final ReviewLedger ledger;
    private final Supplier<String> assertionIds;

    public Reviewer(PolicyDesk policies, ReviewLedger ledger, Supplier<String> assertionIds) {
        this.policies = policies;
        this.coverages = new CoverageReading(policies);
        this.ledger = ledger;
        this.assertionIds = assertionIds;
    }

    public Reviewed review(ReviewRequest request) {
        List<Review> reviews = new ArrayList<>();
        Map<String, MemberCoverage> notInForce = new LinkedHashMap<>();
        for (OrderLine order : request.orders()) {
            for (MemberCoverage coverage : coverages.served(request.facts(), order.dateOfService())) {
                if (coverage.standing() == MemberCoverage.Standing.IN_FORCE) {
                    reviews.add(review(request, order, coverage));
                } else {
                    notInForce.put(coverage.reference(), coverage);
                }
            }
        }
        ledger.keep(request, reviews);
        return new Reviewed(
                reviews,
                List.copyOf(notInForce.values()),
                !request.facts().ofType("Coverage").isEmpty());
    }

    private Review review(ReviewRequest request, OrderLine order, MemberCoverage coverage) {
        Question question = new Question(
                order.reference(),
                request.ordersTogether(),
                coverage.reference(),
                coverage.lineOfBusiness(),
                coverage.lineEvidence(),
                order.dateOfService(),
                request.patient(),
                request.facts());
        return new Review(
                assertionIds.get(), order, coverage, request.today(), policies.rule(coverage.payer(), question));
    }
}
