package org.precert.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.precert.cases.LineDecision.Cancelled;
import org.precert.cases.LineDecision.Denied;
import org.precert.cases.LineDecision.Pended;
import org.precert.clocks.Due;

/** What an event makes of a case, or why it can not be. Everything that guards a decision stands here. */
final class CaseChange implements CaseEvent.Cases<Case> {

    private final Case before;
    private final Recorded recorded;

    CaseChange(Case before, Recorded recorded) {
        this.before = before;
        this.recorded = recorded;
    }

    static Case opened(CaseEvent.Opened event, Recorded recorded) {
        event.lines().forEach(line -> CaseGuards.checkNew(line.decision(), event.payer()));
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

    @Override
    public Case opened(CaseEvent.Opened event) {
        throw new NotPossible("The case is open already");
    }

    @Override
    public Case updated(CaseEvent.Updated event) {
        List<Line> lines = new ArrayList<>(before.lines());
        for (Line line : event.lines()) {
            before.find(line.sequence()).ifPresent(CaseGuards::checkChangeable);
            replace(lines, line);
        }
        return change(event.submission(), event.expedited(), lines, before.asks(), event.due(), before.extended());
    }

    @Override
    public Case decided(CaseEvent.Decided event) {
        Line line = before.line(event.line());
        if (!line.decision().isOpen()) {
            throw new NotPossible("Line " + event.line() + " is decided already");
        }
        CaseGuards.checkDecision(line, event.decision(), recorded.by());
        return lines(replaced(event.line(), old -> old.with(event.decision(), recorded.at())));
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
        CaseGuards.checkNew(line.decision(), before.payer());
        lines.removeIf(old -> old.sequence() == line.sequence());
        lines.add(before.find(line.sequence()).map(line::after).orElse(line));
    }

    @Override
    public Case cancelled(CaseEvent.CancelledLines event) {
        List<Line> lines = before.lines().stream()
                .map(line -> event.lines().contains(line.sequence()) && CaseGuards.isCancellable(line.decision())
                        ? line.with(new Cancelled(), recorded.at())
                        : line)
                .toList();
        return change(event.submission(), before.expedited(), lines, before.asks(), before.due(), before.extended());
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
