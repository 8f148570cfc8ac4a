package org.precert.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Authorization;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.DenialReason;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.NotPossible;
import org.precert.cases.Person;
import org.precert.cases.Recorded;
import org.precert.clocks.Due;

/** What a person can do with a case now, and why not where they can not: each is tried on the case, and not kept. */
final class PossibleActions {

    private static final String ANY = "any";

    private final Case state;
    private final Person person;
    private final Rights rights;
    private final ActionEvents.Tools tools;

    PossibleActions(Case state, Person person, ActionEvents.Tools tools) {
        this.state = state;
        this.person = person;
        this.rights = new Rights(person);
        this.tools = tools;
    }

    void writeForCase(ArrayNode actions) {
        write(actions, "extend", tried(new CaseEvent.Extended(anyDue(), ANY)).or(this::noMoreTime));
        write(actions, "record-peer-to-peer", Optional.empty());
        write(actions, "note", Optional.empty());
    }

    /** Where nothing is due, nothing is open, and the try says so before this is looked at. */
    private Due anyDue() {
        return state.due().orElseGet(() -> new Due(state.changedAt(), ANY, ANY, ANY, Period.ZERO, state.changedAt()));
    }

    private Optional<String> noMoreTime() {
        try {
            new ActionEvents(state, person, tools).extended();
            return Optional.empty();
        } catch (NotPossible e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    void writeForLine(ArrayNode actions, Line line) {
        LocalDate today = LocalDate.now(tools.clock());
        Authorization any = new Authorization(ANY, today, today, today);
        Optional<String> approve =
                tried(line, new LineDecision.Approved(any, ANY, person)).or(rights::approve);
        // Who may not modify can not even write such a decision down.
        Optional<String> modify =
                rights.modify().or(() -> tried(line, new LineDecision.Modified(any, line.service(), ANY, person)));
        write(actions, "approve", approve);
        write(actions, "modify", modify);
        // Whatever the reason, a line is denied where it could be decided at all.
        deny(
                write(
                        actions,
                        "deny",
                        tried(line, new LineDecision.Approved(any, ANY, person)).or(rights::approve)),
                line);
        write(actions, "ask-for-documents", tried(new CaseEvent.DocumentsAsked(List.of(anyAsk(line)))))
                .put("form", tools.forms().canonical(line.basis()).orElse(""));
    }

    private void deny(ObjectNode action, Line line) {
        DenialLint lint = new DenialLint(
                state, line, tools.clock().instant(), tools.clock().getZone());
        ArrayNode reasons = action.putArray("reasons");
        for (DenialReason reason : DenialReason.values()) {
            ObjectNode one = reasons.addObject();
            one.put("reason", reason.name()).put("words", reason.words()).put("clinical", reason.clinical());
            said(one, rights.deny(reason).or(() -> lint.whyNot(reason)));
        }
        action.put("clause", line.basis().clause());
    }

    private static DocumentAsk anyAsk(Line line) {
        return new DocumentAsk(ANY, line.sequence(), ANY, "", "", ANY, line.decidedAt(), Optional.empty());
    }

    private Optional<String> tried(Line line, LineDecision decision) {
        return tried(new CaseEvent.Decided(line.sequence(), decision));
    }

    private Optional<String> tried(CaseEvent event) {
        try {
            state.after(new Recorded(state.events() + 1, tools.clock().instant(), person, event));
            return Optional.empty();
        } catch (NotPossible e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static ObjectNode write(ArrayNode actions, String name, Optional<String> whyNot) {
        return said(actions.addObject().put("action", name), whyNot);
    }

    private static ObjectNode said(ObjectNode node, Optional<String> whyNot) {
        node.put("possible", whyNot.isEmpty());
        whyNot.ifPresent(why -> node.put("why", why));
        return node;
    }
}
