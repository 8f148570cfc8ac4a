package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request for prior authorization, as $submit takes it, checked.
 *
 * @param claim the first entry
 * @param prior the Claim that this one updates, if it was sent along
 * @param bundleId BHT03, the key by which a repeated request is known
 * @param claimIds TRN of the whole request
 * @param related how it names the request that it builds on
 * @param expedited whether a short clock is asked for
 * @param coverages those in focus first
 * @param careTeam the providers named, each once
 * @param attached the resources of supportingInfo that are not cancelled, in order, each once
 * @param warnings what was not as the guide has it
 * @param problems what keeps the request from being reviewed; the answer is an error of business, not of HTTP
 */
public record SubmittedRequest(
        PasVersion version,
        RawBundle bundle,
        Entry claim,
        Optional<Entry> prior,
        Optional<BusinessId> bundleId,
        List<BusinessId> claimIds,
        Purpose purpose,
        Optional<PriorReference> related,
        boolean expedited,
        Optional<Entry> patient,
        Optional<Entry> insurer,
        Optional<Entry> provider,
        List<Entry> coverages,
        List<Entry> careTeam,
        List<RequestedItem> items,
        List<Entry> attached,
        Transmission transmission,
        List<Warning> warnings,
        List<Problem> problems) {

    public SubmittedRequest {
        claimIds = List.copyOf(claimIds);
        coverages = List.copyOf(coverages);
        careTeam = List.copyOf(careTeam);
        items = List.copyOf(items);
        attached = List.copyOf(attached);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /** Every id by which the payer may know the member: of the patient and of the coverages. */
    public Set<BusinessId> memberIds() {
        return parties().memberIds();
    }

    /** Every id of the requesting provider and of the care team, NPI or not. */
    public Set<BusinessId> providerIds() {
        return parties().providerIds();
    }

    /** Every id of the insurer, and of who pays the coverages. */
    public Set<BusinessId> insurerIds() {
        return parties().insurerIds();
    }

    /** What each piece of information that is taken back (infoCancelled) points to: a Reference, or nothing that is there. */
    public List<JsonNode> withdrawn() {
        return bundle.spot(claim).each("supportingInfo").stream()
                .filter(Purposes::isCancelled)
                .map(info -> info.at("valueReference").node())
                .toList();
    }

    /** The stay in a hospital that an item is asked for, as far as the request tells of one. */
    public Stay stay(RequestedItem item) {
        return Stay.of(bundle, claim, item);
    }

    private Parties parties() {
        return Parties.of(bundle, claim);
    }
}
