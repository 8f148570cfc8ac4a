package org.precert.pas;

import org.precert.cases.LineDecision;

/** The code of X12 306 that a line stands under. */
enum ReviewCode implements LineDecision.Cases<String> {
    OF;

    @Override
    public String approved(LineDecision.Approved decision) {
        return "A1";
    }

    @Override
    public String modified(LineDecision.Modified decision) {
        return "A6";
    }

    @Override
    public String denied(LineDecision.Denied decision) {
        return "A3";
    }

    @Override
    public String pended(LineDecision.Pended decision) {
        return "A4";
    }

    @Override
    public String notRequired(LineDecision.NotRequired decision) {
        return "NA";
    }

    @Override
    public String contactPayer(LineDecision.ContactPayer decision) {
        return "CT";
    }

    @Override
    public String cancelled(LineDecision.Cancelled decision) {
        return "C";
    }
}
