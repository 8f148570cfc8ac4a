package org.precert.clients;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registered client: an EHR, or a part of one, and what it may do here.
 *
 * @param issuers what its tokens say in {@code iss}
 * @param fhirBases the FHIR servers that may be read for its calls, without a slash at the end
 * @param privateNetwork whether these may lie at private addresses
 * @param payers keys of the payers that it may ask about; none means all, see {@link #mayAsk}
 * @param crdVersion the version of the guide for calls that ask for none
 * @param dtr whether it can launch DTR
 * @param forms how it wants the forms that DTR gets
 * @param pas how it requests prior authorization, and for whom
 * @param access to the FHIR doors
 */
public record Client(
        String id,
        Set<String> issuers,
        List<URI> fhirBases,
        boolean privateNetwork,
        Set<String> payers,
        Optional<String> crdVersion,
        boolean dtr,
        DtrSettings forms,
        PasSettings pas,
        Access access) {

    public Client {
        issuers = Set.copyOf(issuers);
        fhirBases = List.copyOf(fhirBases);
        payers = Set.copyOf(payers);
    }

    /** One that calls CDS Hooks alone. */
    public Client(
            String id,
            Set<String> issuers,
            List<URI> fhirBases,
            boolean privateNetwork,
            Set<String> payers,
            Optional<String> crdVersion,
            boolean dtr,
            DtrSettings forms,
            PasSettings pas) {
        this(id, issuers, fhirBases, privateNetwork, payers, crdVersion, dtr, forms, pas, Access.NONE);
    }

    /** @param payer its key */
    public boolean mayAsk(String payer) {
        return payers.isEmpty() || payers.contains(payer);
    }
}
