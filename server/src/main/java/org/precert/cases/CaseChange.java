package org.precert.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.precert.cases.LineDecision.Approved;
import org.precert.cases.LineDecision.Cancelled;
import org.precert.cases.LineDecision.Denied;
import org.precert.cases.LineDecision.Modified;
import org.precert.cases.LineDecision.Pended;
import org.precert.clocks.Due;
import org.precert.decision.Determination;

/** What an event makes of a case, or why it can not be. Everything that guards a decision stands here. */
final class CaseChange implements CaseEvent.Cases<Case> {

    private final Case before;
    private final Recorded recorded;

    CaseChange(Case before, Recorded recorded) {
        this.before = before;
        this.recorded = recorded;
    }

    static Case opened(CaseEvent.Opened event, Recorded recorded) {
        event.lines().forEach(line -> checkNew(line.decision(), event.payer()));
        boolean open = event.lines().stream().anyMatch(line -> line.decision().isOpen());
        if (open && event.due().isEmpty()) {
            throw new NotPossible("What is open has a time by which it is decided");
        }
        return new Case(
                event.id(),
                event.number(),
                event.version(),
                event.submission(),
                event.payer(),
                event.requester(),
                event.member(),
                event.expedited(),
                event.receivedAt(),
                event.continues(),
                sorted(event.lines()),
                List.of(),
                event.due().filter(any -> open),
                false,
                0,
                recorded.at(),
                recorded.number());
    }

    /** What nobody looked at can not be denied, but for what the contract excludes where the payer switched that on. */
    private static void checkNew(LineDecision decision, String payer) {
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

    @Override
    public Case opened(CaseEvent.Opened event) {
        throw new NotPossible("The case is open already");
    }

    @Override
    public Case updated(CaseEvent.Updated event) {
        List<Line> lines = new ArrayList<>(before.lines());
        for (Line line : event.lines()) {
            before.find(line.sequence()).ifPresent(CaseChange::checkChangeable);
            replace(lines, line);
        }
        return change(event.submission(), event.expedited(), lines, before.asks(), event.due(), before.extended());
    }

    private static void checkChangeable(Line line) {
        if (line.decision() instanceof Denied) {
            throw new NotPossible("A line that was denied is not changed: appeal, or send a new request");
        }
        if (line.decision() instanceof Cancelled) {
            throw new NotPossible("A line that was cancelled is not changed: send a new request");
        }
    }

    @Override
    public Case decided(CaseEvent.Decided event) {
        Line line = before.line(event.line());
        if (!line.decision().isOpen()) {
            throw new NotPossible("Line " + event.line() + " is decided already");
        }
        if (event.decision() instanceof Denied denied && !recorded.by().equals(denied.by())) {
            throw new NotPossible("A denial is signed by the person who decides it");
        }
        if (event.decision() instanceof Modified modified && !recorded.by().equals(modified.by())) {
            throw new NotPossible("A modification is signed by the person who decides it");
        }
        if (event.decision() instanceof Approved approved && !recorded.by().equals(approved.by())) {
            throw new NotPossible("An approval is signed by who decides it");
        }
        checkAppeal(line, event.decision());
        checkStaff(line, event.decision());
        return lines(replaced(event.line(), old -> old.with(event.decision(), recorded.at())));
    }

    /** Not by who denied it: 42 CFR 422.590(h). */
    private void checkAppeal(Line line, LineDecision decision) {
        boolean same = recorded.by() instanceof Person person && line.deniedBy().contains(person.id());
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

    @Override
    public Case reviewed(CaseEvent.Reviewed event) {
        List<Line> lines = new ArrayList<>(before.lines());
        for (Line line : event.lines()) {
            if (!before.line(line.sequence()).decision().isOpen()) {
                throw new NotPossible("Line " + line.sequence() + " is decided already");
            }
            replace(lines, line);
        }
        return lines(lines);
    }

    private void replace(List<Line> lines, Line line) {
        checkNew(line.decision(), before.payer());
        lines.removeIf(old -> old.sequence() == line.sequence());
        lines.add(before.find(line.sequence()).map(line::after).orElse(line));
    }

    @Override
    public Case cancelled(CaseEvent.CancelledLines event) {
        List<Line> lines = before.lines().stream()
                .map(line -> event.lines().contains(line.sequence()) && isCancellable(line.decision())
                        ? line.with(new Cancelled(), recorded.at())
                        : line)
                .toList();
        return change(event.submission(), before.expedited(), lines, before.asks(), before.due(), before.extended());
    }

    /** What was denied stays denied: nothing is left of it to take back. */
    private static boolean isCancellable(LineDecision decision) {
        return !(decision instanceof Cancelled) && !(decision instanceof Denied);
    }

    @Override
    public Case appealed(CaseEvent.Appealed event) {
        List<Line> lines = new ArrayList<>(before.lines());
        for (int sequence : event.lines()) {
            Line line = before.line(sequence);
            if (!(line.decision() instanceof Denied denied)) {
                throw new NotPossible("Line " + sequence + " was not denied: there is nothing to appeal against");
            }
            String by = denied.by() instanceof Person person ? person.id() : "contract";
            lines.remove(line);
            lines.add(line.appealed(
                    new Pended(PendReason.APPEAL, PendReason.APPEAL.words(), Optional.empty()), recorded.at(), by));
        }
        return change(event.submission(), event.expedited(), lines, before.asks(), Optional.of(event.due()), false);
    }

    @Override
    public Case documentsAsked(CaseEvent.DocumentsAsked event) {
        event.asks().forEach(ask -> {
            if (!before.line(ask.line()).decision().isOpen()) {
                throw new NotPossible("Line " + ask.line() + " is decided already");
            }
        });
        List<DocumentAsk> asks = new ArrayList<>(before.asks());
        asks.addAll(event.asks());
        return change(before.submission(), before.expedited(), before.lines(), asks, before.due(), before.extended());
    }

    @Override
    public Case documentsArrived(CaseEvent.DocumentsArrived event) {
        List<DocumentAsk> asks = before.asks().stream()
                .map(ask -> event.last()
                                && event.controls().contains(ask.control())
                                && ask.receivedAt().isEmpty()
                        ? ask.received(recorded.at())
                        : ask)
                .toList();
        return change(before.submission(), before.expedited(), before.lines(), asks, before.due(), before.extended());
    }

    @Override
    public Case extended(CaseEvent.Extended event) {
        if (!before.isOpen()) {
            throw new NotPossible("The case is decided already");
        }
        if (before.due().filter(due -> due.at().isBefore(event.due().at())).isEmpty()) {
            throw new NotPossible("An extension gives more time");
        }
        if (before.extended()) {
            throw new NotPossible("The time was extended already");
        }
        return change(
                before.submission(), before.expedited(), before.lines(), before.asks(), Optional.of(event.due()), true);
    }

    @Override
    public Case escalated(CaseEvent.Escalated event) {
        return rebuilt(before.escalated() + 1);
    }

    @Override
    public Case peerToPeer(CaseEvent.PeerToPeer event) {
        return rebuilt(before.escalated());
    }

    @Override
    public Case noted(CaseEvent.Noted event) {
        return rebuilt(before.escalated());
    }

    private List<Line> replaced(int sequence, UnaryOperator<Line> change) {
        return before.lines().stream()
                .map(line -> line.sequence() == sequence ? change.apply(line) : line)
                .toList();
    }

    private Case lines(List<Line> lines) {
        return change(before.submission(), before.expedited(), lines, before.asks(), before.due(), before.extended());
    }

    private Case rebuilt(int escalated) {
        return with(
                before.submission(),
                before.expedited(),
                before.lines(),
                before.asks(),
                before.due(),
                before.extended(),
                escalated);
    }

    private Case change(
            String submission,
            boolean expedited,
            List<Line> lines,
            List<DocumentAsk> asks,
            Optional<Due> due,
            boolean extended) {
        boolean open = lines.stream().anyMatch(line -> line.decision().isOpen());
        // Nothing is due where nothing is open; a new due time is watched anew.
        int escalated = due.equals(before.due()) ? before.escalated() : 0;
        return with(submission, expedited, lines, asks, open ? due : Optional.empty(), extended, escalated);
    }

    private Case with(
            String submission,
            boolean expedited,
            List<Line> lines,
            List<DocumentAsk> asks,
            Optional<Due> due,
            boolean extended,
            int escalated) {
        return new Case(
                before.id(),
                before.number(),
                before.version(),
                submission,
                before.payer(),
                before.requester(),
                before.member(),
                expedited,
                before.receivedAt(),
                before.continues(),
                sorted(lines),
                asks,
                due,
                extended,
                escalated,
                recorded.at(),
                recorded.number());
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparingInt(Line::sequence)).toList();
    }
}
