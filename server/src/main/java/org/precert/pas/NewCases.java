package org.precert.pas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.Member;
import org.precert.cases.Numbers;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;

/** Opens a case for a request that stands alone. */
final class NewCases {

    private final RequestReview review;
    private final Lines lines;
    private final DueTimes dueTimes;
    private final CaseAttachments documents;
    private final Numbers numbers;
    private final Supplier<String> ids;

    NewCases(
            RequestReview review,
            Lines lines,
            DueTimes dueTimes,
            CaseAttachments documents,
            Numbers numbers,
            Supplier<String> ids) {
        this.review = review;
        this.lines = lines;
        this.dueTimes = dueTimes;
        this.documents = documents;
        this.numbers = numbers;
        this.ids = ids;
    }

    /**
     * @param submission by which the request is kept
     * @param continued the case that this one renews or extends
     * @throws NotReviewed where no policy can be asked at all
     */
    Kept.Opening of(SubmittedRequest request, String submission, Optional<Case> continued, Call call) {
        List<RequestedItem> items =
                request.items().stream().filter(item -> !item.cancelled()).toList();
        List<Attached> held = documents.claim(request, call.clientId());
        AttachedFacts facts = new AttachedFacts(held, List.of());
        RequestReview.Outcome outcome = review.of(request, items, facts, call);
        String number = numbers.next("P");
        List<Line> made = lines.of(request, items, outcome, number, facts.hasDocuments(), call);
        Member member = Parties.member(request, NotReviewed.orElse(outcome, items, made));
        String payer = outcome.coverage().orElseThrow().payer().key();
        CaseEvent.Opened opened = new CaseEvent.Opened(
                ids.get(),
                number,
                request.version().code(),
                submission,
                payer,
                Parties.requester(request, call.clientId()),
                member,
                request.expedited(),
                call.at(),
                // Another payer's staff have nothing of that case.
                continued.filter(each -> each.payer().equals(payer)).map(Case::number),
                made,
                dueTimes.of(made, member, request.expedited(), call.at()));
        List<CaseEvent> more = new ArrayList<>(Kept.arrived(held));
        List<DocumentAsk> asks = lines.asks(made, outcome, call);
        if (!asks.isEmpty()) {
            more.add(new CaseEvent.DocumentsAsked(asks));
        }
        return new Kept.Opening(opened, more, Kept.keys(request, call.clientId()), Kept.ids(held), outcome);
    }
}
