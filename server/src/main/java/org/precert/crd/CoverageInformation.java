package org.precert.crd;

import java.util.List;
import java.util.Optional;
import org.precert.decision.Determination;

/**
 * What the coverage-information extension says, before it is spelled in a version of the guide. Codes are those of CRD
 * 2.0.1; empty means that the element is left out.
 *
 * @param questionnaire the canonical with its version
 * @param reason the determination and a sentence
 */
record CoverageInformation(
        String coverage,
        String covered,
        Optional<String> paNeeded,
        Optional<String> docNeeded,
        Optional<String> docPurpose,
        Optional<String> infoNeeded,
        List<BillingCode> billingCodes,
        Determination determination,
        String reason,
        Optional<String> questionnaire,
        String date,
        String assertionId) {

    record BillingCode(String system, String code) {}

    CoverageInformation {
        billingCodes = List.copyOf(billingCodes);
    }

    /** For hooks where documentation must not be asked for. */
    CoverageInformation withoutDocuments() {
        return new CoverageInformation(
                coverage,
                covered,
                paNeeded,
                Optional.empty(),
                Optional.empty(),
                infoNeeded,
                billingCodes,
                determination,
                reason,
                Optional.empty(),
                date,
                assertionId);
    }
}
