package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precert.cases.Bytes;
import org.precert.cases.Case;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseStore;
import org.precert.clients.Client;
import org.precert.evaluation.PolicyDesk;
import org.precert.pas.answer.Finds;
import org.precert.pas.answer.Found;
import org.precert.pas.call.BusinessId;
import org.precert.pas.call.InquiryRequest;
import org.precert.pas.call.PasVersion;
import org.precert.policy.Payer;
import org.precert.review.ReviewLedger;
import org.precert.review.TryLater;

/**
 * Looks cases up by example; what matches is published in {@code server/docs/inquiry.md}. Who asks has to name the member
 * and be one of the providers of the case: PAS 2.2.1, spec-52 and 53. To everybody else nothing is there.
 */
final class InquiryService {

    private static final int OK = 200;
    private static final int MOST = 50;

    private final CaseStore cases;
    private final FoundCases found;
    private final PolicyDesk policies;
    private final Answers answers;
    private final Restricted restricted;
    private final ReviewLedger ledger;
    private final ObjectMapper json;

    InquiryService(
            CaseStore cases,
            FoundCases found,
            PolicyDesk policies,
            Answers answers,
            Restricted restricted,
            ReviewLedger ledger,
            ObjectMapper json) {
        this.cases = cases;
        this.found = found;
        this.policies = policies;
        this.answers = answers;
        this.restricted = restricted;
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * @param payer the key of the one payer that something was found of; empty for none or several
     * @param forOthers whether another client had requested some of it
     */
    record Answer(Bytes body, String payer, boolean forOthers) {}

    Answer answer(InquiryRequest inquiry, Call call) {
        List<Found> told = new ArrayList<>();
        boolean withheld = false;
        int left = 0;
        for (Case state : candidates(inquiry, call)) {
            inTime(call);
            Optional<Found> match = found.of(state).filter(each -> ExampleMatch.matches(inquiry, each));
            boolean hidden = match.isPresent() && !isOwn(state, call) && restricted.is(state);
            withheld |= hidden;
            if (match.isPresent() && !hidden) {
                if (told.size() < MOST) {
                    told.add(match.get());
                } else {
                    left++;
                }
            }
        }
        Set<String> others = told.stream()
                .map(Found::state)
                .filter(state -> !isOwn(state, call))
                .map(Case::id)
                .collect(Collectors.toSet());
        byte[] answer = answers.inquired(new Finds(told, others, withheld, left), inquiry);
        ledger.keepUnreviewed(call.with(Set.of()), OK, json.createObjectNode().put("found", told.size()));
        Set<String> payers = told.stream().map(each -> each.state().payer()).collect(Collectors.toSet());
        return new Answer(
                Bytes.of(answer), payers.size() == 1 ? payers.iterator().next() : "", !others.isEmpty());
    }

    private static void inTime(Call call) {
        if (call.deadline().over()) {
            throw new TryLater("There are too many requests of this member to look through: ask for fewer");
        }
    }

    private List<Case> candidates(InquiryRequest inquiry, Call call) {
        Set<String> ids = new LinkedHashSet<>();
        Parties.memberIds(inquiry.patient(), inquiry.coverages())
                .forEach(id -> ids.addAll(cases.ids(new CaseKey(CaseKey.Kind.MEMBER, id))));
        numbered(inquiry, call).forEach(ids::retainAll);
        Set<String> payers = inquiry.insurerIds().stream()
                .flatMap(id -> policies.book().payer(id.token()).stream())
                .map(Payer::key)
                .collect(Collectors.toSet());
        List<Case> candidates = new ArrayList<>();
        for (String id : ids) {
            inTime(call);
            cases.find(id)
                    .filter(each -> payers.contains(each.payer()))
                    .filter(each -> mayLook(each, inquiry, call))
                    .ifPresent(candidates::add);
        }
        candidates.sort((one, other) -> other.receivedAt().compareTo(one.receivedAt()));
        return candidates;
    }

    /** The ids of the cases that are named; a superseded number names the case that it belongs to: spec-47 and 48. */
    private List<Set<String>> numbered(InquiryRequest inquiry, Call call) {
        List<Set<String>> named = new ArrayList<>();
        Stream.of(inquiry.authorizationNumbers(), inquiry.administrativeNumbers())
                .filter(numbers -> !numbers.isEmpty())
                .map(numbers -> ids(numbers.stream().map(number -> new CaseKey(CaseKey.Kind.NUMBER, number))))
                .forEach(named::add);
        if (inquiry.version() == PasVersion.STU_2_0) {
            // The inquiry's own trace number, or the request's: clients of 2.0.1 send either.
            Set<String> own = ids(inquiry.claimIds().stream().map(id -> Kept.claimId(call.clientId(), id.token())));
            if (!own.isEmpty()) {
                named.add(own);
            }
        }
        return named;
    }

    private Set<String> ids(Stream<CaseKey> keys) {
        return keys.flatMap(key -> cases.ids(key).stream()).collect(Collectors.toSet());
    }

    /** A registered client speaks for the providers that it is registered for; what it sent itself it may always see. */
    private static boolean mayLook(Case each, InquiryRequest inquiry, Call call) {
        if (!call.mayAsk(each.payer())) {
            return false;
        }
        Set<String> asked = new HashSet<>();
        inquiry.providerIds().stream()
                .filter(id ->
                        call.client().map(client -> speaksFor(client, id, each)).orElse(true))
                .forEach(id -> asked.add(id.token()));
        return asked.stream().anyMatch(each.requester().identifiers()::contains);
    }

    static boolean speaksFor(Client client, BusinessId provider, Case each) {
        return each.requester().client().equals(client.id())
                || client.pas().identifiers().contains(provider.token())
                || client.pas().identifiers().contains(provider.value());
    }

    private static boolean isOwn(Case state, Call call) {
        return state.requester().client().equals(call.clientId());
    }
}
