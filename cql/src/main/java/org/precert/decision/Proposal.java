package org.precert.decision;

import java.util.Set;

/**
 * An order that a policy names beside the one it speaks of: something to choose, never chosen here.
 *
 * @param kind service or drug: what would be ordered
 * @param system the code system
 * @param display words of our own, or of a system that is free to quote
 */
public record Proposal(String kind, String system, String code, String display) {

    private static final Set<String> KINDS = Set.of("service", "drug");

    public Proposal {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("a proposal is a service or a drug, not '" + kind + "'");
        }
    }
}
