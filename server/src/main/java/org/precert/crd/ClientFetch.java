package org.precert.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from the client's FHIR server what the call did not bring. Never throws: what can not be had stays unknown. */
interface ClientFetch {

    /** The coverages of a patient; empty if they can not be had, which is not the same as none. */
    Optional<List<ObjectNode>> coverages(ClientServer server, String patient);

    /** @param references Type/id; those that can not be had are left out */
    List<ObjectNode> read(ClientServer server, Set<String> references);
}
