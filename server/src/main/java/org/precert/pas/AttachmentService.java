package org.precert.pas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.precert.cases.Actor;
import org.precert.cases.Attachments;
import org.precert.cases.Bytes;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Person;
import org.precert.cases.Recorded;
import org.precert.cases.Stale;
import org.precert.pas.answer.Found;
import org.precert.pas.attachment.AttachmentCall;
import org.precert.pas.call.PasVersion;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.TryLater;

/**
 * Takes documents: adds them to the case that they are for and has it reviewed anew, or holds them until there is one. The
 * same sent twice changes nothing.
 */
final class AttachmentService {

    private static final int TRIES = 4;
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final Actor MACHINE = new Actor.Machine("documents");

    private final Attachments store;
    private final CaseAttachments documents;
    private final CaseStore cases;
    private final Addressee addressee;
    private final FoundCases found;
    private final DocumentReview review;
    private final ArrivalLedger ledger;
    private final Supplier<String> ids;

    AttachmentService(
            Attachments store,
            CaseAttachments documents,
            CaseStore cases,
            Addressee addressee,
            FoundCases found,
            DocumentReview review,
            ArrivalLedger ledger,
            Supplier<String> ids) {
        this.store = store;
        this.documents = documents;
        this.cases = cases;
        this.addressee = addressee;
        this.found = found;
        this.review = review;
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * What was sent.
     *
     * @param body byte for byte
     * @param facts the same, without the files that are for people alone
     */
    record Arrival(AttachmentCall sent, Bytes body, Bytes facts, PasVersion version) {

        int size() {
            return body.array().length;
        }

        Attachments.Name name(String client) {
            return new Attachments.Name(
                    client, sent.tracking().value(), sent.member().value(), body);
        }
    }

    /** @return the case that has them now; empty while they are held */
    Optional<Case> take(Arrival arrival, Call call) {
        Attachments.Name name = arrival.name(call.clientId());
        for (int i = 0; i < TRIES; i++) {
            try {
                return once(arrival, name, call);
            } catch (Stale e) {
                // Somebody was faster: look again.
            }
        }
        throw new TryLater("Somebody else is working on the same request: send the documents again");
    }

    private Optional<Case> once(Arrival arrival, Attachments.Name name, Call call) {
        Optional<Attachments.Kept> before = store.find(name);
        Optional<Case> has = before.flatMap(Attachments.Kept::caseId)
                .flatMap(cases::find)
                .filter(state -> call.mayAsk(state.payer()));
        if (has.isPresent()) {
            ledger.keep(call, has, Arrived.AGAIN, arrival);
            return has;
        }
        Optional<Case> wanting = addressee.of(arrival.sent(), call);
        if (wanting.isEmpty()) {
            if (before.isEmpty()) {
                store.add(ids.get(), name, Optional.empty(), arrived(arrival, call));
            }
            ledger.keep(call, wanting, before.isEmpty() ? Arrived.HELD : Arrived.AGAIN, arrival);
            return wanting;
        }
        Case state = wanting.get();
        if (store.size(state.id()) + arrival.size() > MOST_BYTES) {
            throw new InvalidRequest(Kind.TOO_LARGE, "", "The request has so many documents that no more are taken");
        }
        String id = before.map(Attachments.Kept::id).orElseGet(ids);
        Runnable keeping = before.isPresent()
                ? () -> store.attach(id, state.id())
                : () -> store.add(id, name, Optional.of(state.id()), arrived(arrival, call));
        Case after = add(state, new Attached(id, arrival.sent()), keeping, call);
        ledger.count(Arrived.MATCHED, arrival);
        return Optional.of(after);
    }

    private static Attachments.Arrived arrived(Arrival arrival, Call call) {
        return new Attachments.Arrived(call.at(), arrival.version().code(), arrival.facts());
    }

    /**
     * Adds what was held, if its case is there now.
     *
     * @throws Stale if somebody else was faster
     */
    void add(Attachments.Kept held, Call call) {
        Attached attached = documents.attached(held);
        addressee
                .of(attached.sent(), call)
                .ifPresent(state -> add(state, attached, () -> store.attach(held.id(), state.id()), call));
    }

    /** The review runs before the transaction, for it takes its time. */
    private Case add(Case state, Attached now, Runnable keeping, Call call) {
        Optional<DocumentReview.Result> result = result(state, now, call);
        List<String> controls = result.map(DocumentReview.Result::controls).orElseGet(() -> own(state, now));
        CaseEvent arrived =
                new CaseEvent.DocumentsArrived(controls, now.id(), now.sent().last());
        return ledger.together(call, result, state, now, () -> {
            keeping.run();
            Case after = cases.append(
                    state, new Actor.Client(call.clientId()), List.of(arrived), Restricted.keys(now.sent()));
            List<CaseEvent> events = result.map(DocumentReview.Result::events).orElse(List.of());
            return events.isEmpty() ? after : cases.append(after, MACHINE, events, List.of());
        });
    }

    private Optional<DocumentReview.Result> result(Case state, Attached now, Call call) {
        Optional<Found> request =
                now.sent().last() && DocumentReview.isPossible(state) ? found.of(state) : Optional.empty();
        return request.map(each -> review.of(each, documents.facts(state, List.of(now)), now, byPeople(state), call));
    }

    private static List<String> own(Case state, Attached now) {
        return state.asks().stream()
                .map(DocumentAsk::control)
                .filter(now.control()::equals)
                .toList();
    }

    /** Who asked for a document has a reason that no policy knows. */
    private Set<String> byPeople(Case state) {
        Set<String> controls = new HashSet<>();
        for (Recorded recorded : cases.history(state.id())) {
            if (recorded.by() instanceof Person && recorded.event() instanceof CaseEvent.DocumentsAsked asked) {
                asked.asks().forEach(ask -> controls.add(ask.control()));
            }
        }
        return controls;
    }
}
