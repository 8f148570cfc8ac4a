package org.precert.coverage;

import java.util.Optional;
import org.precert.decision.Determination;

/**
 * Why the answer is as it is.
 *
 * @param cause a reason that CRD 2.2 has a code for
 * @param text a sentence or two, with the place in the policy
 */
public record Reason(Determination determination, Optional<Cause> cause, String text) {

    /** Reasons of CRD 2.2's value set that this server can have. */
    public enum Cause {
        NO_ACTIVE_COVERAGE("no-active-coverage"),
        TECHNICAL("technical");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
