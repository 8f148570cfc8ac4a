package org.precert.pas;

import java.util.ArrayList;
import java.util.List;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseKey;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.pas.call.SubmittedRequest;

/** What a request makes of a case. */
sealed interface Kept {

    RequestReview.Outcome outcome();

    /** Ids of the documents that waited for the request. */
    List<String> documents();

    /** The lines as they are now, of those that the request touches. */
    List<Line> lines();

    /** Whether the machine gives leave for something. */
    default boolean grants() {
        return lines().stream().anyMatch(line -> line.decision() instanceof LineDecision.Approved);
    }

    /** A case is opened. */
    record Opening(
            CaseEvent.Opened opened,
            List<CaseEvent> more,
            List<CaseKey> keys,
            List<String> documents,
            RequestReview.Outcome outcome)
            implements Kept {

        @Override
        public List<Line> lines() {
            return opened.lines();
        }
    }

    /**
     * A case changes.
     *
     * @param asks what the machine asks for thereafter
     */
    record Changing(
            Case before,
            List<CaseEvent> events,
            List<CaseEvent> asks,
            List<CaseKey> keys,
            List<String> documents,
            RequestReview.Outcome outcome)
            implements Kept {

        @Override
        public List<Line> lines() {
            return events.stream()
                    .filter(CaseEvent.Updated.class::isInstance)
                    .map(CaseEvent.Updated.class::cast)
                    .flatMap(each -> each.lines().stream())
                    .toList();
        }
    }

    static List<String> ids(List<Attached> held) {
        return held.stream().map(Attached::id).toList();
    }

    /** What arrived before it was asked for. */
    static List<CaseEvent> arrived(List<Attached> held) {
        return held.stream()
                .<CaseEvent>map(each -> new CaseEvent.DocumentsArrived(
                        List.of(), each.id(), each.sent().last()))
                .toList();
    }

    /** By what the Claim is found again: PAS, "identifying the prior". */
    static List<CaseKey> keys(SubmittedRequest request, String client) {
        List<CaseKey> keys = new ArrayList<>();
        keys.add(url(client, request.claim().fullUrl()));
        request.claimIds().forEach(id -> keys.add(claimId(client, id.token())));
        ControlNumbers.of(request).forEach(number -> keys.add(new CaseKey(CaseKey.Kind.CONTROL, number)));
        keys.addAll(Restricted.keys(request));
        return keys;
    }

    static CaseKey url(String client, String url) {
        return new CaseKey(CaseKey.Kind.CLAIM_URL, client + " " + url);
    }

    static CaseKey claimId(String client, String token) {
        return new CaseKey(CaseKey.Kind.CLAIM_ID, client + " " + token);
    }
}
