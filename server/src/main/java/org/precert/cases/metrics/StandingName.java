package org.precert.cases.metrics;

import org.precert.cases.LineDecision;

/** Where a line stands, in a word, and the code of X12's list 886 that goes with it; empty for none. */
record StandingName(String name, String reason) {

    static final LineDecision.Cases<StandingName> OF = new LineDecision.Cases<>() {
        @Override
        public StandingName approved(LineDecision.Approved decision) {
            return new StandingName("approved", "");
        }

        @Override
        public StandingName modified(LineDecision.Modified decision) {
            return new StandingName("modified", "");
        }

        @Override
        public StandingName denied(LineDecision.Denied decision) {
            return new StandingName("denied", decision.reason().code());
        }

        @Override
        public StandingName pended(LineDecision.Pended decision) {
            return new StandingName("pended", decision.reason().code());
        }

        @Override
        public StandingName notRequired(LineDecision.NotRequired decision) {
            return new StandingName("not-required", "");
        }

        @Override
        public StandingName contactPayer(LineDecision.ContactPayer decision) {
            return new StandingName("contact-payer", "");
        }

        @Override
        public StandingName cancelled(LineDecision.Cancelled decision) {
            return new StandingName("cancelled", "");
        }
    };
}
