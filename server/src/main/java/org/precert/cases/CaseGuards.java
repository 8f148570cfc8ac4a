package org.precert.cases;

import org.precert.cases.LineDecision.Approved;
import org.precert.cases.LineDecision.Cancelled;
import org.precert.cases.LineDecision.Denied;
import org.precert.cases.LineDecision.Modified;
import org.precert.decision.Determination;

/** Who may decide what: everything that keeps a decision from being written by the wrong one. */
final class CaseGuards {

    private CaseGuards() {}

    /** What nobody looked at can not be denied, but for what the contract excludes where the payer switched that on. */
    static void checkNew(LineDecision decision, String payer) {
        boolean byContract = decision instanceof Denied denied
                && denied.by() instanceof DeniedBy.Contract contract
                && contract.payer().equals(payer);
        boolean against = decision instanceof Denied || decision instanceof Modified;
        if (against && !byContract) {
            throw new NotPossible("A request is answered against what it asks for by a person alone");
        }
        if (decision instanceof Approved approved && !(approved.by() instanceof Actor.Machine)) {
            throw new NotPossible("Nobody has looked at a request that has just come in");
        }
    }

    static void checkChangeable(Line line) {
        if (line.decision() instanceof Denied) {
            throw new NotPossible("A line that was denied is not changed: appeal, or send a new request");
        }
        if (line.decision() instanceof Cancelled) {
            throw new NotPossible("A line that was cancelled is not changed: send a new request");
        }
    }

    /** @param by who causes the event */
    static void checkDecision(Line line, LineDecision decision, Actor by) {
        if (decision instanceof Denied denied && !by.equals(denied.by())) {
            throw new NotPossible("A denial is signed by the person who decides it");
        }
        if (decision instanceof Modified modified && !by.equals(modified.by())) {
            throw new NotPossible("A modification is signed by the person who decides it");
        }
        if (decision instanceof Approved approved && !by.equals(approved.by())) {
            throw new NotPossible("An approval is signed by who decides it");
        }
        if (decision instanceof Modified modified && isMore(modified.granted(), line.service())) {
            throw new NotPossible("More than was asked for can not be granted: it needs a request");
        }
        checkAppeal(line, decision, by);
        checkStaff(line, decision);
    }

    private static boolean isMore(Service granted, Service asked) {
        return asked.quantity()
                .filter(most -> granted.quantity()
                        .filter(each -> each.compareTo(most) > 0)
                        .isPresent())
                .isPresent();
    }

    /** Not by who denied it: 42 CFR 422.590(h). */
    private static void checkAppeal(Line line, LineDecision decision, Actor by) {
        boolean same = by instanceof Person person && line.deniedBy().contains(person.id());
        if (same && !decision.isOpen()) {
            throw new NotPossible("An appeal is decided by somebody else than who denied the request");
        }
    }

    /** Without a physician what the policy judges by care is not denied under another name, nor an appeal at all. */
    private static void checkStaff(Line line, LineDecision decision) {
        boolean withoutPhysician =
                decision instanceof Denied denied && denied.by() instanceof Person person && !person.physician();
        if (withoutPhysician && (line.wasAppealed() || !isOfContract(line, (Denied) decision))) {
            throw new NotPossible("What the policy judges by care, and every appeal, is denied by a physician alone");
        }
    }

    private static boolean isOfContract(Line line, Denied decision) {
        return decision.reason() != DenialReason.NOT_COVERED
                || line.basis().determination() == Determination.NOT_COVERED;
    }

    /** What was denied stays denied: nothing is left of it to take back. */
    static boolean isCancellable(LineDecision decision) {
        return !(decision instanceof Cancelled) && !(decision instanceof Denied);
    }
}
