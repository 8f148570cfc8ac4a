package org.precert.pas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.precert.pas.answer.Found;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;

/**
 * Reviews anew what waits, for documents came: those for which they were asked for, and what a clinician has not decided
 * yet, since more is known. An appeal is left to its clinician, and what the provider is still asked for goes on waiting,
 * unless enough is known without it.
 */
final class DocumentReview {

    private final RequestReview review;
    private final Lines lines;
    private final Unread unread;

    DocumentReview(RequestReview review, Lines lines, Unread unread) {
        this.review = review;
        this.lines = lines;
        this.unread = unread;
    }

    /**
     * @param controls the attachment control numbers that are answered
     * @param reviewed the lines that stand otherwise now
     * @param asks what is asked for next
     */
    record Result(List<String> controls, List<Line> reviewed, List<DocumentAsk> asks, RequestReview.Outcome outcome) {

        /** What the machine says, beside the arrival. */
        List<CaseEvent> events() {
            List<CaseEvent> events = new ArrayList<>();
            if (!reviewed.isEmpty()) {
                events.add(new CaseEvent.Reviewed(reviewed));
            }
            if (!asks.isEmpty()) {
                events.add(new CaseEvent.DocumentsAsked(asks));
            }
            return events;
        }
    }

    static boolean isPossible(Case state) {
        return state.lines().stream().anyMatch(DocumentReview::isReviewable);
    }

    private static boolean isReviewable(Line line) {
        return line.decision() instanceof Pended pended && pended.reason() != PendReason.APPEAL && !line.wasAppealed();
    }

    /**
     * @param all every document of the case, and what came just now
     * @param now the latter
     * @param byPeople control numbers of what a person asked for
     */
    Result of(Found found, AttachedFacts all, Attached now, Set<String> byPeople, Call call) {
        Case state = found.state();
        SubmittedRequest request = found.request();
        List<RequestedItem> items =
                request.items().stream().filter(item -> !item.cancelled()).toList();
        RequestReview.Outcome outcome = review.of(request, items, all, call);
        List<Line> made = lines.of(request, items, outcome, state.number(), all.hasDocuments(), call);
        Set<String> controls = answered(found, all, now, outcome);
        boolean toBeRead = unread.isAmong(all.resources());
        List<Line> changed = new ArrayList<>();
        for (Line line : state.lines()) {
            if (isReviewable(line)) {
                boolean wanted = state.openAsks().stream()
                        .anyMatch(ask -> ask.line() == line.sequence() && !controls.contains(ask.control()));
                boolean asked = state.asks().stream()
                        .anyMatch(ask -> ask.line() == line.sequence() && byPeople.contains(ask.control()));
                Optional<Line> next = made.stream()
                        .filter(each -> each.sequence() == line.sequence())
                        .findFirst();
                changed(line, next, wanted, asked, toBeRead, call).ifPresent(changed::add);
            }
        }
        return new Result(List.copyOf(controls), changed, asks(state, changed, controls, outcome, call), outcome);
    }

    private static Optional<Line> changed(
            Line old, Optional<Line> made, boolean wanted, boolean asked, boolean toBeRead, Call call) {
        boolean waits = ((Pended) old.decision()).reason() == PendReason.DOCUMENTS;
        if (made.isEmpty()) {
            return waits && !wanted ? Optional.of(withPerson(old, old, PendReason.TECHNICAL, call)) : Optional.empty();
        }
        Line next = made.get();
        if (asked && next.decision() instanceof LineDecision.Approved) {
            // Who asked for a document has a reason that no policy knows.
            return wanted ? Optional.empty() : Optional.of(withPerson(next, old, PendReason.CLINICAL_REVIEW, call));
        }
        if (!(next.decision() instanceof Pended pended)) {
            // What denies, even by contract, waits until all is there.
            return wanted && next.decision() instanceof LineDecision.Denied ? Optional.empty() : made;
        }
        if (wanted) {
            return Optional.empty();
        }
        return switch (pended.reason()) {
            case CLINICAL_REVIEW, APPEAL -> made;
            case TECHNICAL -> waits ? made : Optional.empty();
            case DOCUMENTS -> {
                // A clinician who has it keeps it; one who asked for a document, or for whom one is to be read, gets
                // it.
                if (!waits) {
                    yield Optional.empty();
                }
                yield asked || toBeRead ? Optional.of(withPerson(next, old, PendReason.CLINICAL_REVIEW, call)) : made;
            }
        };
    }

    /** What was drafted before stays. */
    private static Line withPerson(Line line, Line old, PendReason reason, Call call) {
        return line.with(new Pended(reason, reason.words(), ((Pended) old.decision()).draft()), call.at());
    }

    /** What it was sent for, and what its forms answer beside that: one form may be for several lines. */
    private static Set<String> answered(Found found, AttachedFacts all, Attached now, RequestReview.Outcome outcome) {
        Set<String> controls = new LinkedHashSet<>();
        Case state = found.state();
        state.asks().stream()
                .map(DocumentAsk::control)
                .filter(now.control()::equals)
                .forEach(controls::add);
        List<ObjectNode> forms = all.only(now.control()).completedForms(found.request(), outcome.orders());
        state.openAsks().stream()
                .filter(ask -> Optional.ofNullable(outcome.orders().get(ask.line()))
                        .map(order -> forms.stream().anyMatch(form -> AttachedFacts.answers(form, ask, order)))
                        .orElse(false))
                .map(DocumentAsk::control)
                .forEach(controls::add);
        return controls;
    }

    private List<DocumentAsk> asks(
            Case state, List<Line> changed, Set<String> answered, RequestReview.Outcome outcome, Call call) {
        return lines.asks(changed, outcome, call).stream()
                .filter(ask -> state.openAsks().stream()
                        .noneMatch(old -> old.line() == ask.line()
                                && old.form().equals(ask.form())
                                && !answered.contains(old.control())))
                .toList();
    }
}
