package org.precert.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Why something was said, spelled out: statement, define, value, evidence, and what would change the answer. */
@FunctionalInterface
public interface Explanations {

    /**
     * Who looks, which is noted before anything is shown.
     *
     * @param address of the machine
     */
    record Reader(String name, String address) {}

    /** @return what the ledger kept; empty where it knows no such review */
    Optional<ObjectNode> of(String assertionId, Reader reader);
}
