package org.precert.review;

import java.time.LocalDate;
import java.util.Optional;
import org.precert.decision.Decision;
import org.precert.decision.Statement;
import org.precert.evaluation.Ruling;

/**
 * One order under one coverage, decided. Every door renders this and none decides again.
 *
 * @param assertionId the coverage-assertion-id: by it the other doors, and people, find this review again
 * @param madeOn the day on which it was made
 */
public record Review(String assertionId, OrderLine order, MemberCoverage coverage, LocalDate madeOn, Ruling ruling) {

    /** The statement of the policy that applies, if one does. */
    public Optional<Statement> statement() {
        return ruling.decision() instanceof Decision.Stated stated ? Optional.of(stated.statement()) : Optional.empty();
    }
}
