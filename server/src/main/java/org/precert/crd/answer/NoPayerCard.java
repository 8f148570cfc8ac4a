package org.precert.crd.answer;

import java.util.List;
import java.util.Set;
import org.precert.crd.answer.Card.Indicator;

/** What is said where no payer that is served here pays. */
final class NoPayerCard {

    static final Card NO_COVERAGE = aside(
            "No coverage of the patient was found",
            "The patient's record holds no coverage, so no payer's policy was asked.");

    static final Card OTHER_PAYER = aside(
            "No payer that this server answers for was found in the patient's coverage",
            "No policy was asked: either the payer is another, or the Organization that the coverage names as its "
                    + "payor was not sent and could not be read. A payer is known by an identifier of that Organization.");

    private NoPayerCard() {}

    private static Card aside(String summary, String detail) {
        return Card.of(Topic.COVERAGE_INFO, Indicator.INFO, "Precert", summary, detail, List.of(), Set.of());
    }
}
