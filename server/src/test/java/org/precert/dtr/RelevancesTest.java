package org.precert.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.precert.decision.Decision;
import org.precert.decision.Findings;
import org.precert.evaluation.Ruling;
import org.precert.policy.Payer;
import org.precert.review.MemberCoverage;
import org.precert.review.OrderLine;
import org.precert.review.Review;

/** Which questions are still of interest. */
class RelevancesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-10");

    private static Review review(Decision decision) {
        Payer payer = new Payer("aurora", "Aurora", Optional.empty(), List.of(), Map.of(), false);
        MemberCoverage coverage = new MemberCoverage(
                "Coverage/c", payer, MemberCoverage.Standing.IN_FORCE, Optional.empty(), List.of(), 1);
        Ruling ruling = new Ruling(Optional.empty(), decision, Findings.none(), List.of());
        return new Review("", new OrderLine("ServiceRequest/s", "", DAY), coverage, DAY, ruling);
    }

    @Test
    void whereThePolicyCouldNotBeAskedEverythingMatters() {
        List<Review> reviews = List.of(review(new Decision.NotEvaluated("too late")));
        assertThat(Relevances.of(reviews).matters("ecg")).isTrue();
    }

    @Test
    void whereNoPolicySpeaksOfTheOrderNothingMatters() {
        List<Review> reviews = List.of(review(new Decision.NotAddressed(List.of())));
        assertThat(Relevances.of(reviews).matters("ecg")).isFalse();
    }

    @Test
    void withoutAReviewEverythingMatters() {
        assertThat(Relevances.of(List.of()).matters("ecg")).isTrue();
    }
}
