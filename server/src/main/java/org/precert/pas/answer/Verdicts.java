package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precert.cases.Basis;
import org.precert.cases.DenialReason;
import org.precert.cases.LineDecision;
import org.precert.decision.Determination;

/**
 * A decision in the codes of X12.
 *
 * @param basis of which nothing is told while the line is open: a draft is for staff
 */
record Verdicts(Basis basis) implements LineDecision.Cases<Verdict> {

    static final String CERTIFIED = "A1";

    private static final String NOT_REQUIRED = "0H";
    private static final Map<DenialReason, Determination> SAME = new EnumMap<>(Map.of(
            DenialReason.EXPERIMENTAL, Determination.INVESTIGATIONAL,
            DenialReason.NOT_MEDICALLY_NECESSARY, Determination.NOT_MEDICALLY_NECESSARY,
            DenialReason.NOT_COVERED, Determination.NOT_COVERED));

    @Override
    public Verdict approved(LineDecision.Approved decision) {
        return Verdict.of(CERTIFIED, decision.authorization());
    }

    @Override
    public Verdict modified(LineDecision.Modified decision) {
        return Verdict.of("A6", decision.authorization());
    }

    @Override
    public Verdict denied(LineDecision.Denied decision) {
        // A person may have decided for another reason than the policy's: its determination would mislead then.
        Optional<ObjectNode> determination = basis.determination() == SAME.get(decision.reason())
                ? Optional.of(
                        Concepts.of(Terms.DETERMINATIONS, basis.determination().code()))
                : Optional.empty();
        return new Verdict(
                "A3",
                Optional.empty(),
                List.of(reason(decision.reason().code(), decision.reason().words())),
                determination);
    }

    @Override
    public Verdict pended(LineDecision.Pended decision) {
        return Verdict.of(
                "A4", reason(decision.reason().code(), decision.reason().words()));
    }

    @Override
    public Verdict notRequired(LineDecision.NotRequired decision) {
        return Verdict.of("NA", reason(NOT_REQUIRED, "No prior authorization is needed for it"));
    }

    @Override
    public Verdict contactPayer(LineDecision.ContactPayer decision) {
        return Verdict.of("CT");
    }

    @Override
    public Verdict cancelled(LineDecision.Cancelled decision) {
        return Verdict.of("C");
    }

    private static ObjectNode reason(String code, String words) {
        return Concepts.of(Terms.REVIEW_REASONS, code, words);
    }
}
