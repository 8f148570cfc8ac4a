package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An inquiry: a Claim as an example of what is looked for, for one patient (PAS, $inquire).
 *
 * @param memberIds every id by which the payer may know the member; never empty
 * @param providerIds of the requestor and of the care team
 * @param insurerIds of the insurer, and of who pays the coverages
 * @param authorizationNumbers REF-BB, of the Claim and of its items
 * @param administrativeNumbers REF-NT, likewise
 * @param claimIds of the request that is looked for; always empty in 2.2.1, where the identifier is the inquiry's own
 * @param period in which the services fall
 * @param diagnoses CodeableConcepts of the whole Claim, of which any will do
 */
public record InquiryRequest(
        PasVersion version,
        RawBundle bundle,
        Entry claim,
        Optional<BusinessId> bundleId,
        Set<BusinessId> memberIds,
        Set<BusinessId> providerIds,
        Set<BusinessId> insurerIds,
        Optional<Entry> patient,
        Optional<Entry> insurer,
        Optional<Entry> provider,
        List<Entry> coverages,
        List<String> authorizationNumbers,
        List<String> administrativeNumbers,
        List<BusinessId> claimIds,
        List<InquiredItem> items,
        Optional<DateRange> period,
        List<JsonNode> diagnoses,
        Transmission transmission,
        List<Warning> warnings) {

    public InquiryRequest {
        memberIds = Set.copyOf(memberIds);
        providerIds = Set.copyOf(providerIds);
        insurerIds = Set.copyOf(insurerIds);
        coverages = List.copyOf(coverages);
        authorizationNumbers = List.copyOf(authorizationNumbers);
        administrativeNumbers = List.copyOf(administrativeNumbers);
        claimIds = List.copyOf(claimIds);
        items = List.copyOf(items);
        diagnoses = List.copyOf(diagnoses);
        warnings = List.copyOf(warnings);
    }
}
