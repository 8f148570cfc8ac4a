package org.precert.desk;

import java.util.Optional;
import org.precert.cases.LineDecision;

/** Where a line stands, in a few words. */
enum Title implements LineDecision.Cases<String> {
    INSTANCE;

    static String of(LineDecision decision) {
        return decision.tell(INSTANCE);
    }

    /** What an open line waits for. */
    static Optional<String> waitsFor(LineDecision decision) {
        if (decision instanceof LineDecision.Pended pended) {
            return Optional.of(
                    switch (pended.reason()) {
                        case DOCUMENTS -> "documents";
                        case CLINICAL_REVIEW -> "a clinician";
                        case APPEAL -> "a decision on the appeal";
                        case TECHNICAL -> "staff";
                    });
        }
        return decision.isOpen() ? Optional.of("a call") : Optional.empty();
    }

    @Override
    public String approved(LineDecision.Approved decision) {
        return "approved";
    }

    @Override
    public String modified(LineDecision.Modified decision) {
        return "approved otherwise than asked";
    }

    @Override
    public String denied(LineDecision.Denied decision) {
        return "denied";
    }

    @Override
    public String pended(LineDecision.Pended decision) {
        return "waits for " + waitsFor(decision).orElse("staff");
    }

    @Override
    public String notRequired(LineDecision.NotRequired decision) {
        return "needs no authorization";
    }

    @Override
    public String contactPayer(LineDecision.ContactPayer decision) {
        return "to be settled with the payer";
    }

    @Override
    public String cancelled(LineDecision.Cancelled decision) {
        return "taken back by the provider";
    }
}
