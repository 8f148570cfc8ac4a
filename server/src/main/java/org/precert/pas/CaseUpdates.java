package org.precert.pas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.LineDecision.Pended;
import org.precert.cases.PendReason;
import org.precert.clocks.Due;
import org.precert.pas.call.Change;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;
import org.precert.review.MemberCoverage;

/**
 * Changes, cancels and appeals: PAS 2.2.1, spec-62 to 72. What was decided and is not touched stays as it is; what is still
 * open is reviewed anew, for the request may say more now.
 */
final class CaseUpdates {

    private final RequestReview review;
    private final Lines lines;
    private final DueTimes dueTimes;
    private final CaseAttachments documents;

    CaseUpdates(RequestReview review, Lines lines, DueTimes dueTimes, CaseAttachments documents) {
        this.review = review;
        this.lines = lines;
        this.dueTimes = dueTimes;
        this.documents = documents;
    }

    Kept.Changing update(SubmittedRequest request, Case before, String submission, Call call) {
        List<RequestedItem> active =
                request.items().stream().filter(item -> !item.cancelled()).toList();
        List<Attached> held = documents.claim(request, call.clientId());
        AttachedFacts facts = documents.facts(before, held);
        RequestReview.Outcome outcome = review.of(request, active, facts, call);
        List<Line> made = lines.of(request, active, outcome, before.number(), facts.hasDocuments(), call);
        if (!active.isEmpty()) {
            samePayer(NotReviewed.orElse(outcome, active, made), before);
        }
        List<CaseEvent> events = new ArrayList<>(Kept.arrived(held));
        List<Integer> cancelled = cancelled(request, before);
        if (!cancelled.isEmpty()) {
            events.add(new CaseEvent.CancelledLines(submission, cancelled));
        }
        List<Line> changed = changed(request, before, made, call);
        boolean expedited = before.expedited() || request.expedited();
        events.add(new CaseEvent.Updated(
                submission, expedited, changed, due(before, changed, cancelled, expedited, call)));
        return new Kept.Changing(
                before,
                events,
                asks(before, changed, outcome, call),
                Kept.keys(request, call.clientId()),
                Kept.ids(held),
                outcome);
    }

    /** The case of one payer is not decided by another's policy. */
    private static void samePayer(MemberCoverage coverage, Case before) {
        if (!coverage.payer().key().equals(before.payer())) {
            throw new NotReviewed(Refusals.priorUnknown());
        }
    }

    /** Every line that is left, or the whole where the request names no item. */
    Kept.Changing cancel(SubmittedRequest request, Case before, String submission, Call call) {
        List<Integer> all = before.lines().stream()
                .filter(line -> !(line.decision() instanceof LineDecision.Cancelled))
                .filter(line -> !(line.decision() instanceof LineDecision.Denied))
                .map(Line::sequence)
                .toList();
        return new Kept.Changing(
                before,
                List.of(new CaseEvent.CancelledLines(submission, all)),
                List.of(),
                Kept.keys(request, call.clientId()),
                List.of(),
                review.of(request, List.of(), AttachedFacts.NONE, call));
    }

    Kept.Changing appeal(SubmittedRequest request, Case before, String submission, Call call) {
        Set<Integer> named = new HashSet<>();
        request.items().forEach(item -> named.add(item.sequence()));
        List<Line> denied = before.lines().stream()
                .filter(line -> line.decision() instanceof LineDecision.Denied)
                .filter(line -> named.isEmpty() || named.contains(line.sequence()))
                .toList();
        if (denied.isEmpty()) {
            throw new NotReviewed(Refusals.notAllowed(
                    "Nothing of the earlier request was denied, so there is nothing to appeal against."));
        }
        Due fresh = dueTimes.again(denied, before.member(), request.expedited(), call.at());
        // What is still open keeps its own, shorter time.
        Due due = before.due().filter(old -> old.at().isBefore(fresh.at())).orElse(fresh);
        boolean expedited = request.expedited() || (before.isOpen() && before.expedited());
        return new Kept.Changing(
                before,
                List.of(new CaseEvent.Appealed(
                        submission,
                        expedited,
                        denied.stream().map(Line::sequence).toList(),
                        due)),
                List.of(),
                Kept.keys(request, call.clientId()),
                List.of(),
                review.of(request, List.of(), AttachedFacts.NONE, call));
    }

    private static List<Integer> cancelled(SubmittedRequest request, Case before) {
        return request.items().stream()
                .filter(RequestedItem::cancelled)
                .map(RequestedItem::sequence)
                .filter(sequence -> before.find(sequence)
                        .filter(line -> !(line.decision() instanceof LineDecision.Cancelled))
                        .isPresent())
                .toList();
    }

    /** New ones, those that are said to be changed or are, and whatever is still open. */
    private static List<Line> changed(SubmittedRequest request, Case before, List<Line> made, Call call) {
        Set<Integer> flagged = new HashSet<>();
        request.items().stream()
                .filter(item -> item.change() != Change.NONE)
                .forEach(item -> flagged.add(item.sequence()));
        return made.stream()
                .filter(line -> before.find(line.sequence())
                        .map(old -> old.decision().isOpen()
                                || flagged.contains(line.sequence())
                                || !old.fingerprint().equals(line.fingerprint()))
                        .orElse(true))
                .map(line -> looked(before, kept(before, line), call))
                .toList();
    }

    /** Leave that was given is not turned into none being needed without anybody looking. */
    private static Line looked(Case before, Line line, Call call) {
        boolean taken = line.decision() instanceof LineDecision.NotRequired
                && before.find(line.sequence())
                        .filter(old -> old.decision() instanceof LineDecision.Approved
                                || old.decision() instanceof LineDecision.Modified)
                        .isPresent();
        Pended person = new Pended(
                PendReason.CLINICAL_REVIEW,
                PendReason.CLINICAL_REVIEW.words() + ": it was authorized, and is another service now",
                Optional.empty());
        return taken ? line.with(person, call.at()) : line;
    }

    /** What waits for a clinician's appeal, or for what a person asked for, goes on waiting for that. */
    private static Line kept(Case before, Line line) {
        return before.find(line.sequence())
                .filter(old -> old.decision().isOpen())
                .filter(old -> old.wasAppealed()
                        || (line.decision() instanceof LineDecision.Approved && isAskedByPerson(before, old)))
                .orElse(line);
    }

    /** The machine asks with the policy's form alone. */
    private static boolean isAskedByPerson(Case before, Line line) {
        return before.openAsks().stream()
                .anyMatch(ask -> ask.line() == line.sequence() && !ask.loinc().equals(DocumentAsk.QUESTIONNAIRE));
    }

    /** The clock of what was open runs on; what is new has its own; the shortest counts. */
    private Optional<Due> due(Case before, List<Line> changed, List<Integer> cancelled, boolean expedited, Call call) {
        boolean running = before.lines().stream()
                .anyMatch(line -> line.decision().isOpen() && !cancelled.contains(line.sequence()));
        Optional<Due> fresh = dueTimes.of(changed, before.member(), expedited, call.at());
        if (!running || before.due().isEmpty()) {
            return fresh;
        }
        Due old = before.due().get();
        return Optional.of(fresh.filter(due -> due.at().isBefore(old.at())).orElse(old));
    }

    private List<CaseEvent> asks(Case before, List<Line> changed, RequestReview.Outcome outcome, Call call) {
        List<DocumentAsk> asks = lines.asks(changed, outcome, call).stream()
                .filter(ask -> before.openAsks().stream()
                        .noneMatch(old -> old.line() == ask.line() && old.form().equals(ask.form())))
                .toList();
        return asks.isEmpty() ? List.of() : List.of(new CaseEvent.DocumentsAsked(asks));
    }
}
