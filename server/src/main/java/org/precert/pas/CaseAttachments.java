package org.precert.pas;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.cases.Attachments;
import org.precert.cases.Case;
import org.precert.pas.attachment.AttachmentCallReader;
import org.precert.pas.call.BusinessId;
import org.precert.pas.call.SubmittedRequest;

/** What was sent beside requests, read again. */
final class CaseAttachments {

    private final Attachments store;
    private final AttachmentCallReader reader;
    private final Clock clock;
    private final Duration holding;

    /** @param holding how long documents wait for their request */
    CaseAttachments(Attachments store, AttachmentCallReader reader, Clock clock, Duration holding) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
        this.holding = holding;
    }

    /** All of a case, first things first. */
    List<Attached> of(Case state) {
        return store.of(state.id()).stream().map(this::attached).toList();
    }

    /**
     * What came before the request that names its control number: of the same client, member and provider. It goes on being
     * held until {@link #attach}.
     */
    List<Attached> claim(SubmittedRequest request, String client) {
        Set<String> controls = ControlNumbers.of(request);
        if (controls.isEmpty()) {
            return List.of();
        }
        Set<String> members = Parties.memberIds(request.patient(), request.coverages());
        Set<String> parties = Parties.requester(request, client).identifiers();
        Set<String> values = request.memberIds().stream().map(BusinessId::value).collect(Collectors.toSet());
        return store.held(client, controls, values, clock.instant().minus(holding)).stream()
                .map(this::attached)
                .filter(each -> Addressee.isFor(each.sent(), members, parties))
                .toList();
    }

    /**
     * Joins the transaction if there is one.
     *
     * @throws org.precert.cases.Stale if somebody else has taken one of them
     */
    void attach(Collection<String> ids, String caseId) {
        ids.forEach(id -> store.attach(id, caseId));
    }

    /** All of a case, and more. */
    AttachedFacts facts(Case state, List<Attached> more) {
        List<Attached> all = new ArrayList<>(of(state));
        all.addAll(more);
        return new AttachedFacts(all, state.asks());
    }

    Attached attached(Attachments.Kept kept) {
        return new Attached(kept.id(), reader.again(kept.facts().array()));
    }
}
