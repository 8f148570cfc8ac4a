package org.precert.audit;

import java.util.Comparator;
import java.util.List;

/**
 * What came of a verification.
 *
 * @param chains all of them
 * @param links how many were read
 * @param rows how many rows of other tables were compared
 * @param broken the first broken link of each chain that has one
 */
public record Verification(List<Extent> chains, long links, long rows, List<BrokenLink> broken) {

    /** From where to where a chain goes: what is kept elsewhere of it can be compared later. */
    public record Extent(ChainPoint anchor, ChainPoint head) {}

    public Verification {
        chains = List.copyOf(chains);
        broken = broken.stream()
                .sorted(Comparator.comparingInt(BrokenLink::chain))
                .toList();
    }

    public boolean sound() {
        return broken.isEmpty();
    }
}
