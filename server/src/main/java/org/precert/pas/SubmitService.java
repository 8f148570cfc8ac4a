package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.precert.cases.Actor;
import org.precert.cases.Bytes;
import org.precert.cases.Case;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseKeys;
import org.precert.cases.CaseStore;
import org.precert.cases.NotPossible;
import org.precert.cases.Stale;
import org.precert.cases.Submissions;
import org.precert.pas.answer.Found;
import org.precert.pas.call.Problem;
import org.precert.pas.call.Purpose;
import org.precert.pas.call.SubmittedRequest;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.ReviewLedger;
import org.precert.review.Reviewer;
import org.precert.review.TryLater;
import org.precert.storage.Again;
import org.precert.storage.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a request: the same one twice has the same answer, whatever happens in between; what is answered is kept, and the
 * review, the case, the notifications and the answer's bytes are kept together or not at all.
 */
final class SubmitService {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitService.class);
    private static final int OK = 200;
    private static final int TRIES = 4;

    private final Submissions submissions;
    private final CaseStore cases;
    private final CaseKeys keys;
    private final NewCases opening;
    private final CaseUpdates updates;
    private final PriorCases priors;
    private final CaseAttachments documents;
    private final Answers answers;
    private final Reviewer reviewer;
    private final Exchanges exchanges;
    private final ReviewLedger ledger;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Supplier<String> ids;

    SubmitService(
            Submissions submissions,
            CaseStore cases,
            CaseKeys keys,
            NewCases opening,
            CaseUpdates updates,
            PriorCases priors,
            CaseAttachments documents,
            Answers answers,
            Reviewer reviewer,
            Exchanges exchanges,
            ReviewLedger ledger,
            TransactionTemplate transaction,
            ObjectMapper json,
            Supplier<String> ids) {
        this.submissions = submissions;
        this.cases = cases;
        this.keys = keys;
        this.opening = opening;
        this.updates = updates;
        this.priors = priors;
        this.documents = documents;
        this.answers = answers;
        this.reviewer = reviewer;
        this.exchanges = exchanges;
        this.ledger = ledger;
        this.transaction = transaction;
        this.json = json;
        this.ids = ids;
    }

    /**
     * @param replayed whether this was answered before
     * @param payer its key; empty where it is not known, or told before
     * @param failures the codes of X12 901 that it was answered with
     */
    record Answer(Bytes body, boolean replayed, String payer, List<String> failures) {}

    /**
     * @param body the bytes of the request
     * @param key that the client gave it in a header; empty if it gave none
     * @param lenient whether what contradicts the guide is passed over as far as it can be understood
     * @throws InvalidRequest CONFLICT where another request has its name
     */
    Answer submit(SubmittedRequest request, byte[] body, Optional<String> key, boolean lenient, Call call) {
        Submissions.Name name = RequestName.of(request, key, call.clientId());
        String hash = Submissions.hash(body);
        Again again = Again.begin();
        for (int i = 0; i < TRIES; i++) {
            try {
                return answered(request, body, name, hash, lenient && key.isEmpty(), call);
            } catch (Submissions.Taken | Stale e) {
                LOG.debug("Somebody was faster: look again");
            } catch (DataAccessException | TransactionException e) {
                // Of a commit that got lost on its way nobody knows what became: the name of the request tells.
                Trouble trouble = Trouble.of(e);
                if (!trouble.mayPass()) {
                    throw e;
                }
                LOG.warn("The database is {}: {}", trouble, e.getClass().getSimpleName());
                if (!again.after(trouble)) {
                    throw new TryLater("The request could not be kept just now: send the same request again");
                }
            }
        }
        throw new TryLater("The same request, or another one on the same case, is being worked on: send it again");
    }

    private Answer answered(
            SubmittedRequest request, byte[] body, Submissions.Name asked, String hash, boolean lenient, Call call) {
        Submissions.Name name = asked;
        Optional<Submissions.Stored> stored = submissions.find(name);
        if (stored.filter(each -> !each.hash().equals(hash)).isPresent()) {
            if (!lenient) {
                throw new InvalidRequest(
                        Kind.CONFLICT, "Bundle.identifier", "Another request was sent under the same identifiers");
            }
            name = RequestName.anew(name, hash);
            stored = submissions.find(name);
        }
        return stored.isPresent() && isFor(stored.get(), call)
                ? counted(request, new Answer(stored.get().response(), true, "", List.of()), call)
                : fresh(request, body, name, hash, call);
    }

    /** Whether its payer is one that the client may ask about, still. */
    private boolean isFor(Submissions.Stored stored, Call call) {
        return stored.caseId()
                .flatMap(cases::find)
                .map(Case::payer)
                .map(call::mayAsk)
                .orElse(true);
    }

    private Answer fresh(SubmittedRequest request, byte[] body, Submissions.Name name, String hash, Call call) {
        try {
            if (request.patient().isEmpty()) {
                return failed(
                        request, call, new NotReviewed(Problem.memberIdMissing("Bundle.entry[0].resource.patient")));
            }
            if (!request.problems().isEmpty()) {
                return failed(request, call, new NotReviewed(request.problems()));
            }
            String submission = ids.get();
            CaseKeys.Seen before = keys.seen(member(request));
            Kept kept = kept(request, submission, call);
            return Objects.requireNonNull(transaction.execute(status -> {
                if (kept.grants()) {
                    keys.hold(before);
                }
                Case state = keep(kept, call);
                documents.attach(kept.documents(), state.id());
                byte[] answer = answers.of(new Found(state, request), request.version());
                ObjectNode said =
                        json.createObjectNode().put("submission", submission).put("case", state.id());
                reviewer.keep(kept.outcome().decided(), said);
                submissions.add(
                        name,
                        new Submissions.Sent(Bytes.of(body), request.version().code(), call.at()),
                        new Submissions.Stored(submission, hash, OK, Bytes.of(answer), Optional.of(state.id())));
                return counted(request, new Answer(Bytes.of(answer), false, state.payer(), List.of()), call);
            }));
        } catch (NotReviewed e) {
            return failed(request, call, e);
        } catch (NotPossible e) {
            return failed(request, call, new NotReviewed(Refusals.notAllowed(String.valueOf(e.getMessage()))));
        }
    }

    /** Under its name nothing is kept: corrected, it may come again. */
    private Answer failed(SubmittedRequest request, Call call, NotReviewed why) {
        byte[] answer = answers.failed(request, why.problems());
        ledger.keepUnreviewed(call.with(Set.of()), OK, json.createObjectNode().put("outcome", "error"));
        List<String> codes =
                why.problems().stream().map(Problem::code901).distinct().toList();
        return counted(request, new Answer(Bytes.of(answer), false, "", codes), call);
    }

    /** In the transaction of what it counts, where there is one: a commit costs as much as a line's review. */
    private Answer counted(SubmittedRequest request, Answer answer, Call call) {
        exchanges.submitted(request, answer, call);
        return answer;
    }

    private Kept kept(SubmittedRequest request, String submission, Call call) {
        Purpose purpose = request.purpose();
        Optional<Case> prior = priors.of(request, call);
        return switch (purpose) {
            case INITIAL, NOTIFICATION, VERIFICATION -> opening.of(request, submission, Optional.empty(), call);
            case RENEWAL, EXTENSION -> opening.of(request, submission, prior, call);
            case UPDATE -> updates.update(request, known(prior), submission, call);
            case CANCEL -> updates.cancel(request, known(prior), submission, call);
            case APPEAL_STANDARD, APPEAL_EXPEDITED -> updates.appeal(request, known(prior), submission, call);
        };
    }

    private static Case known(Optional<Case> prior) {
        return prior.orElseThrow(() -> new NotReviewed(Refusals.priorUnknown()));
    }

    private static List<CaseKey> member(SubmittedRequest request) {
        return Parties.memberIds(request.patient(), request.coverages()).stream()
                .map(id -> new CaseKey(CaseKey.Kind.MEMBER, id))
                .toList();
    }

    private Case keep(Kept kept, Call call) {
        Actor client = new Actor.Client(call.clientId());
        if (kept instanceof Kept.Opening opened) {
            return cases.open(opened.opened(), client, opened.keys(), opened.more());
        }
        Kept.Changing changing = (Kept.Changing) kept;
        Case after = cases.append(changing.before(), client, changing.events(), changing.keys());
        return changing.asks().isEmpty()
                ? after
                : cases.append(after, new Actor.Machine(""), changing.asks(), List.of());
    }
}
