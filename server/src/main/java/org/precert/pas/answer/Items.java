package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.cases.Authorization;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;

/** The items of an answer: one for every line that was ever asked for (PAS 2.2.1, spec-46). */
record Items(Matter matter) {

    void write(ObjectNode response) {
        matter.state().lines().forEach(line -> item(response, line));
    }

    private void item(ObjectNode response, Line line) {
        ObjectNode item = response.withArray("item").addObject();
        Verdict verdict = line.decision().tell(new Verdicts(line.basis()));
        Extensions extensions = new Extensions(item);
        traces(matter, line, extensions);
        verdict.authorization().ifPresent(leave -> leave(extensions, leave));
        matter.item(line)
                .ifPresent(requested -> Extensions.of(requested.item(), Terms.AUTHORIZATION_NUMBER)
                        .forEach(earlier -> extensions.text(
                                Terms.AUTHORIZATION_NUMBER,
                                earlier.path("valueString").asText())));
        if (isReferredTo(line.decision())) {
            extensions.text(Terms.ADMINISTRATIVE_NUMBER, line.reference());
        }
        requestedDate(extensions, line);
        // An inquiry's profile has room for one.
        new Diagnoses(matter).write(extensions, line, matter.isInquiry() ? 1 : Integer.MAX_VALUE);
        item.put("itemSequence", line.sequence());
        notes(item, line);
        verdict.write(item);
        granted(response, item, line);
    }

    /** TRN as it was sent; and the context in which DTR gives the form that is asked for (PAS 2.2.1, ainfo-3). */
    static void traces(Matter matter, Line line, Extensions extensions) {
        matter.item(line)
                .ifPresent(requested -> Extensions.of(requested.item(), Terms.TRACE_NUMBER)
                        .forEach(trace -> extensions.identifier(Terms.TRACE_NUMBER, trace.path("valueIdentifier"))));
        matter.state().openAsks().stream()
                .filter(ask -> ask.line() == line.sequence() && ask.loinc().equals(DocumentAsk.QUESTIONNAIRE))
                .map(DocumentAsk::context)
                .filter(context -> !context.isEmpty())
                .distinct()
                .forEach(context -> extensions.identifier(Terms.TRACE_NUMBER, Terms.FORM_CONTEXT, context));
    }

    /** People speak of what is not simply approved by a number of the payer: REF-NT. */
    private static boolean isReferredTo(LineDecision decision) {
        return !(decision instanceof LineDecision.Approved || decision instanceof LineDecision.NotRequired);
    }

    private static void leave(Extensions extensions, Authorization leave) {
        extensions.date(Terms.ISSUED, leave.issued());
        extensions.period(Terms.GOOD_FOR, leave.from(), leave.until());
    }

    private static void requestedDate(Extensions extensions, Line line) {
        line.service().from().ifPresent(from -> {
            if (line.service().until().filter(until -> until.isAfter(from)).isPresent()) {
                extensions.period(
                        Terms.REQUESTED_DATE, from, line.service().until().orElse(from));
            } else {
                extensions.add(Terms.REQUESTED_DATE).put("valueDateTime", from.toString());
            }
        });
    }

    private void notes(ObjectNode item, Line line) {
        LineNotes notes = new LineNotes(matter.state(), line, matter.reply().contact());
        notes.all()
                .forEach(note -> item.withArray("noteNumber").add(matter.notes().number(note)));
        // The Claim is not sent back, and who asks may not have seen it (PAS 2.2.1, spec-45).
        if (matter.isInquiry()) {
            item.withArray("noteNumber").add(matter.notes().number(notes.requested()));
        }
    }

    private void granted(ObjectNode response, ObjectNode item, Line line) {
        if (line.decision() instanceof LineDecision.Approved) {
            new Grants(matter).detail(item, line, line.service());
            AsAsked.of(matter, line, line.service())
                    .ifPresent(same -> matter.spelling().stay(same, item));
            providers(item, line);
        } else if (line.decision() instanceof LineDecision.Modified modified) {
            providers(item, line);
            matter.spelling().granted(matter, response, item, line, modified);
        }
    }

    private void providers(ObjectNode item, Line line) {
        for (Providers.Provider provider : new Providers(matter).of(matter.item(line))) {
            matter.spelling().authorized(new Extensions(item), provider);
        }
    }
}
