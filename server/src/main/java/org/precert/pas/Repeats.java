package org.precert.pas;

import java.time.LocalDate;
import java.util.Optional;
import org.precert.cases.Authorization;
import org.precert.cases.Case;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseStore;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.Service;
import org.precert.clocks.Subject;
import org.precert.pas.call.SubmittedRequest;
import org.precert.policy.Policy;
import org.precert.review.Review;

/** Finds the same service for the same member on the same days in another request: two leaves for one thing are one too many. */
final class Repeats {

    private final CaseStore cases;

    Repeats(CaseStore cases) {
        this.cases = cases;
    }

    /**
     * @param subject drug or service
     * @param number of the case at hand, which is not compared with itself
     * @return the number of the other case
     */
    Optional<String> of(SubmittedRequest request, Review review, Service service, Subject subject, String number) {
        return Parties.memberIds(request.patient(), request.coverages()).stream()
                .flatMap(id -> cases.find(new CaseKey(CaseKey.Kind.MEMBER, id)).stream())
                .filter(other -> !other.number().equals(number))
                .filter(other -> other.lines().stream().anyMatch(line -> isSame(line, review, service, subject)))
                .map(Case::number)
                .findFirst();
    }

    /** Under the same policy, on days that an earlier leave is good for, or that were asked for. */
    private static boolean isSame(Line line, Review review, Service service, Subject subject) {
        LineDecision decision = line.decision();
        Optional<Authorization> leave = decision instanceof LineDecision.Approved approved
                ? Optional.of(approved.authorization())
                : decision instanceof LineDecision.Modified modified
                        ? Optional.of(modified.authorization())
                        : Optional.empty();
        String policy = review.ruling().policy().map(Policy::id).orElse("");
        return (decision.isOpen() || leave.isPresent())
                && line.basis().policy().startsWith(policy + "|")
                && line.subject() == subject
                && startsBy(leave.map(Authorization::from).or(line.service()::from), service.until())
                && startsBy(service.from(), leave.map(Authorization::until).or(line.service()::until));
    }

    private static boolean startsBy(Optional<LocalDate> start, Optional<LocalDate> end) {
        return start.isEmpty() || end.isEmpty() || !start.get().isAfter(end.get());
    }
}
