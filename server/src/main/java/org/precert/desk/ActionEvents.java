package org.precert.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precert.cases.Authorization;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Draft;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.LineDecision.Pended;
import org.precert.cases.NotPossible;
import org.precert.cases.Numbers;
import org.precert.cases.PendReason;
import org.precert.cases.Person;
import org.precert.cases.Service;
import org.precert.clocks.ClockTable;
import org.precert.clocks.Due;
import org.precert.clocks.NotExtendable;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** What a person's action is among the events of a case. Nothing happens here yet. */
final class ActionEvents implements Action.Cases<List<CaseEvent>> {

    private final Case state;
    private final Person person;
    private final Rights rights;
    private final Tools tools;
    private final Instant now;

    /** What every action needs. */
    record Tools(ClockTable clocks, Numbers numbers, PolicyForms forms, Clock clock) {}

    ActionEvents(Case state, Person person, Tools tools) {
        this.state = state;
        this.person = person;
        this.rights = new Rights(person);
        this.tools = tools;
        this.now = tools.clock().instant();
    }

    @Override
    public List<CaseEvent> approve(Action.Approve action) {
        allow(rights.approve());
        state.line(action.line());
        String words = action.words().isEmpty() ? "Approved as it was asked for" : action.words();
        return decided(
                action.line(),
                new LineDecision.Approved(authorization(action.from(), action.until(), ""), words, person));
    }

    @Override
    public List<CaseEvent> modify(Action.Modify action) {
        allow(rights.modify());
        DenialLint.checkWords(action.words());
        Service asked = state.line(action.line()).service();
        Service granted = new Service(
                action.code().orElse(asked.code()),
                action.code().isPresent() ? List.of() : asked.modifiers(),
                action.quantity().or(asked::quantity),
                action.unit().isEmpty() ? asked.unit() : action.unit(),
                Optional.of(action.from()),
                Optional.of(action.until()),
                action.place().isEmpty() ? asked.place() : action.place());
        if (granted.equals(asked)) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, "granted", "This is what was asked for: approve it");
        }
        Authorization authorization = authorization(action.from(), action.until(), "granted.");
        return decided(action.line(), new LineDecision.Modified(authorization, granted, action.words(), person));
    }

    private Authorization authorization(LocalDate from, LocalDate until, String path) {
        if (until.isBefore(from)) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, path + "until", "The last day is before the first");
        }
        return new Authorization(tools.numbers().next("A"), LocalDate.now(tools.clock()), from, until);
    }

    @Override
    public List<CaseEvent> deny(Action.Deny action) {
        allow(rights.deny(action.reason()));
        Line line = state.line(action.line());
        String clause = action.clause().isEmpty() ? line.basis().clause() : action.clause();
        DenialLint lint = new DenialLint(state, line, now, tools.clock().getZone());
        lint.check(action.reason(), action.words(), clause);
        String words = lint.complete(action.reason(), action.words());
        return decided(action.line(), new LineDecision.Denied(action.reason(), words, clause, person));
    }

    @Override
    public List<CaseEvent> ask(Action.Ask action) {
        Line line = state.line(action.line());
        List<DocumentAsk> asks = new ArrayList<>();
        if (action.form()) {
            String form = tools.forms()
                    .canonical(line.basis())
                    .orElseThrow(() -> new NotPossible("The policy has no form to ask with"));
            asks.add(ask(line, DocumentAsk.QUESTIONNAIRE, form, "The form of the policy, filled in", ""));
        }
        action.items().forEach(item -> asks.add(ask(line, item.loinc(), "", item.words(), item.modifier())));
        List<CaseEvent> events = new ArrayList<>(List.of(new CaseEvent.DocumentsAsked(asks)));
        waiting(line, asks).ifPresent(pended -> events.addAll(decided(line.sequence(), pended)));
        return events;
    }

    private DocumentAsk ask(Line line, String loinc, String form, String words, String modifier) {
        return new DocumentAsk(
                tools.numbers().next("D"),
                line.sequence(),
                loinc,
                form,
                form.isEmpty() ? "" : line.basis().assertionId(),
                words,
                modifier,
                now,
                Optional.empty());
    }

    /** An appeal stays one, whatever it waits for; what was drafted stays beside the line. */
    private static Optional<Pended> waiting(Line line, List<DocumentAsk> asks) {
        Optional<Pended> pended = line.decision() instanceof Pended before ? Optional.of(before) : Optional.empty();
        if (pended.filter(each -> each.reason() == PendReason.APPEAL).isPresent()) {
            return Optional.empty();
        }
        Optional<Draft> draft = pended.flatMap(Pended::draft);
        String words = asks.stream().map(DocumentAsk::words).collect(Collectors.joining("; "));
        return Optional.of(new Pended(PendReason.DOCUMENTS, words, draft));
    }

    @Override
    public List<CaseEvent> extend(Action.Extend action) {
        return List.of(new CaseEvent.Extended(extended(), action.why()));
    }

    /** @throws NotPossible where no time is left to extend, or the rule allows none */
    Due extended() {
        Due due = state.due().orElseThrow(() -> new NotPossible("Nothing is due"));
        if (due.at().isBefore(now)) {
            throw new NotPossible("The time is over: it can not be extended any more");
        }
        try {
            return tools.clocks().extended(due, state.receivedAt());
        } catch (NotExtendable e) {
            throw new NotPossible("The rule allows no more time: " + due.words() + ", " + due.citation());
        }
    }

    @Override
    public List<CaseEvent> peerToPeer(Action.PeerToPeer action) {
        if (action.heldAt().isAfter(now)) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, "heldAt", "The talk is recorded when it was held");
        }
        return List.of(new CaseEvent.PeerToPeer(action.heldAt(), action.with(), action.note()));
    }

    @Override
    public List<CaseEvent> note(Action.Note action) {
        return List.of(new CaseEvent.Noted(action.note()));
    }

    private static List<CaseEvent> decided(int line, LineDecision decision) {
        return List.of(new CaseEvent.Decided(line, decision));
    }

    private static void allow(Optional<String> whyNot) {
        whyNot.ifPresent(why -> {
            throw new NotAllowed(why);
        });
    }
}
