package org.precert.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.precert.decision.Evidence;

/**
 * One order, under one coverage, on one day.
 *
 * @param order Type/id
 * @param ordersTogether every order of the same request, this one with them, as Type/id
 * @param coverage Type/id
 * @param lineOfBusiness of the member; empty where the coverage does not tell
 * @param lineEvidence where the line of business was read
 * @param facts the chart as far as it is known, the orders and the coverages in it
 */
public record Question(
        String order,
        List<String> ordersTogether,
        String coverage,
        Optional<String> lineOfBusiness,
        List<Evidence> lineEvidence,
        LocalDate dateOfService,
        String patient,
        Facts facts) {

    public Question {
        ordersTogether = List.copyOf(ordersTogether);
        lineEvidence = List.copyOf(lineEvidence);
    }
}
