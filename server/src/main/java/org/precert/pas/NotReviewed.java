package org.precert.pas;

import java.util.List;
import org.precert.cases.Line;
import org.precert.pas.call.Problem;
import org.precert.pas.call.RequestedItem;
import org.precert.review.MemberCoverage;

/** The request is well formed and can not be reviewed: answered with 200 and the outcome error. Nothing is kept of it. */
final class NotReviewed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    NotReviewed(Problem problem) {
        this(List.of(problem));
    }

    NotReviewed(List<Problem> problems) {
        super(problems.get(0).words());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }

    /** The coverage under which every item was reviewed. */
    static MemberCoverage orElse(RequestReview.Outcome outcome, List<RequestedItem> items, List<Line> lines) {
        MemberCoverage coverage = outcome.coverage()
                .orElseThrow(() -> new NotReviewed(Problem.payerUnknown("Bundle.entry[0].resource.insurer")));
        if (lines.size() < items.size()) {
            throw new NotReviewed(Problem.memberUnknown("Bundle.entry[0].resource.insurance[0].coverage"));
        }
        return coverage;
    }
}
