package org.precert.cases;

/**
 * A decision in words of the database.
 *
 * @param name what lists and metrics count by
 * @param reason a code of X12's external list 886; empty where the decision has none
 * @param by machine, contract, client or person
 */
record Standing(String name, String reason, String by) {

    static final LineDecision.Cases<Standing> OF = new LineDecision.Cases<>() {
        @Override
        public Standing approved(LineDecision.Approved decision) {
            return new Standing("approved", "", decision.by() instanceof Person ? "person" : "machine");
        }

        @Override
        public Standing modified(LineDecision.Modified decision) {
            return new Standing("modified", "", "person");
        }

        @Override
        public Standing denied(LineDecision.Denied decision) {
            return new Standing(
                    "denied", decision.reason().code(), decision.by() instanceof Person ? "person" : "contract");
        }

        @Override
        public Standing pended(LineDecision.Pended decision) {
            return new Standing("pended", decision.reason().code(), "machine");
        }

        @Override
        public Standing notRequired(LineDecision.NotRequired decision) {
            return new Standing("not-required", "0H", "machine");
        }

        @Override
        public Standing contactPayer(LineDecision.ContactPayer decision) {
            return new Standing("contact-payer", "", "machine");
        }

        @Override
        public Standing cancelled(LineDecision.Cancelled decision) {
            return new Standing("cancelled", "", "client");
        }
    };
}
