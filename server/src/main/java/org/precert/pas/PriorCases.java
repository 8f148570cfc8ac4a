package org.precert.pas;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.cases.Case;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseStore;
import org.precert.pas.call.PriorReference;
import org.precert.pas.call.SubmittedRequest;

/**
 * Finds the case that a request builds on: by the Claim's URL, by its identifier, by an authorization's or a reference
 * number, superseded ones too; of the same client alone, or of the same provider and member.
 */
final class PriorCases {

    private final CaseStore cases;

    PriorCases(CaseStore cases) {
        this.cases = cases;
    }

    Optional<Case> of(SubmittedRequest request, Call call) {
        String client = call.clientId();
        return request.related()
                .flatMap(related -> keys(related, request, client)
                        .flatMap(key -> cases.find(key).stream())
                        .filter(found -> found.requester().client().equals(client) && isOfMember(found, request))
                        .findFirst()
                        .or(() -> byId(related, request, client)))
                .filter(found -> call.mayAsk(found.payer()));
    }

    private static Stream<CaseKey> keys(PriorReference related, SubmittedRequest request, String client) {
        // As it stands, and as it resolves in the Bundle that it came in.
        Stream<CaseKey> urls = Stream.concat(
                        Stream.of(related.reference()), request.prior().stream().map(prior -> prior.fullUrl()))
                .filter(url -> !url.isEmpty())
                .map(url -> Kept.url(client, url));
        Stream<CaseKey> ids = related.identifier().stream().map(id -> Kept.claimId(client, id.token()));
        Stream<CaseKey> numbers = Stream.concat(
                        related.authorizationNumbers().stream(), related.administrativeNumbers().stream())
                .map(number -> new CaseKey(CaseKey.Kind.NUMBER, number));
        return Stream.of(urls, ids, numbers).flatMap(each -> each);
    }

    /** Some clients call the Claim by the id of our answer. */
    private Optional<Case> byId(PriorReference related, SubmittedRequest request, String client) {
        String reference = related.reference();
        return cases.find(reference.substring(reference.lastIndexOf('/') + 1))
                .filter(found -> found.requester().client().equals(client) && isOfMember(found, request));
    }

    /** A number alone opens nobody's case. */
    private static boolean isOfMember(Case found, SubmittedRequest request) {
        Set<String> ids = Parties.memberIds(request.patient(), request.coverages());
        return ids.stream().anyMatch(found.member().identifiers()::contains);
    }
}
