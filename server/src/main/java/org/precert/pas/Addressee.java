package org.precert.pas;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.cases.Case;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseStore;
import org.precert.evaluation.PolicyDesk;
import org.precert.pas.attachment.AttachmentCall;
import org.precert.pas.call.BusinessId;
import org.precert.policy.Payer;

/**
 * Finds the case that documents are for: by the control number that asked for them, or the payer's number of the request;
 * of this member and one of its providers, by the rules of an inquiry. For everybody else there is none, whatever the number.
 */
final class Addressee {

    private final CaseStore cases;
    private final PolicyDesk policies;

    Addressee(CaseStore cases, PolicyDesk policies) {
        this.cases = cases;
        this.policies = policies;
    }

    /** One that is still open, if there are several. */
    Optional<Case> of(AttachmentCall sent, Call call) {
        Stream<CaseKey> keys = Stream.concat(
                Stream.of(new CaseKey(CaseKey.Kind.CONTROL, sent.tracking().value())),
                sent.reference().stream().map(id -> new CaseKey(CaseKey.Kind.NUMBER, id.value())));
        return keys.flatMap(key -> cases.find(key).stream())
                .filter(each -> isFor(sent, each, call))
                .reduce((first, next) -> !first.isOpen() && next.isOpen() ? next : first);
    }

    private boolean isFor(AttachmentCall sent, Case each, Call call) {
        return call.mayAsk(each.payer())
                && isNoOther(sent, each.payer())
                && names(sent.member(), each.member().identifiers())
                && sent.senders().stream()
                        .filter(id -> call.client()
                                .map(client -> InquiryService.speaksFor(client, id, each))
                                .orElse(true))
                        .anyMatch(id -> names(id, each.requester().identifiers()));
    }

    private boolean isNoOther(AttachmentCall sent, String payer) {
        return sent.payer()
                .flatMap(id -> policies.book().payer(id.token()))
                .map(Payer::key)
                .map(payer::equals)
                .orElse(true);
    }

    /**
     * Whether documents that came before a request are for it.
     *
     * @param members ids of the member as system|value
     * @param parties ids of the provider and the care team, likewise
     */
    static boolean isFor(AttachmentCall sent, Set<String> members, Set<String> parties) {
        return names(sent.member(), members) && sent.senders().stream().anyMatch(id -> names(id, parties));
    }

    /** Some name no system: the value decides then. */
    private static boolean names(BusinessId id, Set<String> tokens) {
        boolean nameless = id.system().isEmpty() && tokens.stream().anyMatch(token -> token.endsWith("|" + id.value()));
        return nameless || tokens.contains(id.token()) || tokens.contains("|" + id.value());
    }
}
