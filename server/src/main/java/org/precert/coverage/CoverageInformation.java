package org.precert.coverage;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the coverage-information extension says, before it is spelled in a version of the guide. What both versions demand
 * of an answer is held here; what one of them demands, by its writer.
 *
 * @param coverage Type/id, as the client knows it
 * @param payer its name
 * @param authorization left out where the service is not covered
 * @param needs what the order lacks: only where something is conditional
 * @param dependencies Type/id of the orders that the answer rests on
 */
public record CoverageInformation(
        String coverage,
        String payer,
        Covered covered,
        Optional<Authorization> authorization,
        Optional<Documents> documents,
        Set<Need> needs,
        List<BillingCode> billingCodes,
        Reason reason,
        List<CoverageDetail> details,
        List<String> dependencies,
        LocalDate date,
        String assertionId) {

    /** Whether the service is covered. "Indeterminate" is our trouble, and no answer about care. */
    public enum Covered {
        NOT_COVERED,
        CONDITIONAL,
        INDETERMINATE
    }

    /** Whether prior authorization is needed. */
    public enum Authorization {
        NO_AUTH,
        AUTH_NEEDED,
        CONDITIONAL,
        INDETERMINATE
    }

    public record BillingCode(String system, String code) {}

    public CoverageInformation {
        require(authorization.isEmpty() == (covered == Covered.NOT_COVERED), "authorization and covered");
        boolean open = covered == Covered.CONDITIONAL || authorization.equals(Optional.of(Authorization.CONDITIONAL));
        require(needs.isEmpty() || open, "needs without a condition");
        boolean withAuthorization = documents.stream().anyMatch(each -> each.purpose() == Documents.Purpose.WITH_PA);
        require(
                !withAuthorization || !authorization.equals(Optional.of(Authorization.NO_AUTH)),
                "documents for an authorization that is not needed");
        needs = needs.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(needs));
        billingCodes = List.copyOf(billingCodes);
        details = List.copyOf(details);
        dependencies = List.copyOf(dependencies);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Coverage information contradicts itself: " + what);
        }
    }

    /** The same, told under another id. */
    public CoverageInformation toldAs(String id) {
        return new CoverageInformation(
                coverage,
                payer,
                covered,
                authorization,
                documents,
                needs,
                billingCodes,
                reason,
                details,
                dependencies,
                date,
                id);
    }

    /** Whether something depends on what is not known. */
    public boolean conditional() {
        return covered == Covered.CONDITIONAL || authorization.equals(Optional.of(Authorization.CONDITIONAL));
    }

    /** For hooks where documentation must not be asked for. */
    public CoverageInformation withoutDocuments() {
        return new CoverageInformation(
                coverage,
                payer,
                covered,
                authorization,
                Optional.empty(),
                needs,
                billingCodes,
                reason,
                details,
                dependencies,
                date,
                assertionId);
    }
}
