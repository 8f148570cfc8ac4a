package org.precert.patientaccess;

import java.util.Optional;
import org.precert.cases.Authorization;
import org.precert.cases.Code;
import org.precert.cases.LineDecision;
import org.precert.cases.PendReason;
import org.precert.cases.Service;

/**
 * What a member is told of a decision. There is no way from here to the draft of a denial: it is for staff alone.
 *
 * @param code of X12 306
 * @param reason a code of X12's external list 886, with our words; without a code where there is none
 * @param note the specific reason, or what it waits for; may be empty
 * @param granted what may be done, where it is not what was asked for
 */
record Spoken(String code, Code reason, String note, Optional<Authorization> authorization, Optional<Service> granted) {

    private static final Code NONE = new Code("", "", "");

    static final LineDecision.Cases<Spoken> OF = new LineDecision.Cases<>() {
        @Override
        public Spoken approved(LineDecision.Approved decision) {
            return new Spoken("A1", NONE, decision.words(), Optional.of(decision.authorization()), Optional.empty());
        }

        @Override
        public Spoken modified(LineDecision.Modified decision) {
            return new Spoken(
                    "A6",
                    NONE,
                    decision.words(),
                    Optional.of(decision.authorization()),
                    Optional.of(decision.granted()));
        }

        @Override
        public Spoken denied(LineDecision.Denied decision) {
            Code reason = reason(decision.reason().code(), decision.reason().words());
            return without("A3", reason, decision.words() + " (" + decision.clause() + ")");
        }

        @Override
        public Spoken pended(LineDecision.Pended decision) {
            PendReason why = decision.reason();
            return without("A4", reason(why.code(), why.words()), decision.words());
        }

        @Override
        public Spoken notRequired(LineDecision.NotRequired decision) {
            return without("NA", reason("0H", "No prior authorization is needed for it"), decision.words());
        }

        @Override
        public Spoken contactPayer(LineDecision.ContactPayer decision) {
            return without("CT", NONE, decision.words());
        }

        @Override
        public Spoken cancelled(LineDecision.Cancelled decision) {
            return without("C", NONE, "");
        }
    };

    private static Spoken without(String code, Code reason, String note) {
        return new Spoken(code, reason, note, Optional.empty(), Optional.empty());
    }

    private static Code reason(String code, String words) {
        return new Code(Pdex.REVIEW_REASONS, code, words);
    }
}
