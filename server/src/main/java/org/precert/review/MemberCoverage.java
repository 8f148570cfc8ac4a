package org.precert.review;

import java.util.List;
import java.util.Optional;
import org.precert.decision.Evidence;
import org.precert.policy.Payer;

/**
 * A coverage of the patient with a payer that this server answers for.
 *
 * @param reference Type/id, as the client knows it
 * @param standing whether it counts on the day of service
 * @param lineOfBusiness a code of CodeSystem line-of-business; empty where the coverage does not tell
 * @param lineEvidence where that was read
 * @param order its place among the member's coverages; the lowest comes first
 */
public record MemberCoverage(
        String reference,
        Payer payer,
        Standing standing,
        Optional<String> lineOfBusiness,
        List<Evidence> lineEvidence,
        int order) {

    /** Whether a coverage is in force on a day. */
    public enum Standing {
        IN_FORCE("is in force"),
        NOT_ACTIVE("is not active"),
        OUTSIDE_PERIOD("does not cover the date of service");

        private final String why;

        Standing(String why) {
            this.why = why;
        }

        /** The end of a sentence about the coverage. */
        public String why() {
            return why;
        }
    }

    public MemberCoverage {
        lineEvidence = List.copyOf(lineEvidence);
    }
}
