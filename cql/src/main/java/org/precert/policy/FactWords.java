package org.precert.policy;

import java.util.List;
import java.util.Set;

/**
 * How people are told of a fact.
 *
 * @param name as in "the drug"
 * @param ask what to do where it is missing
 * @param outside what it is where it puts an order out of scope
 * @param infoNeeded what the order lacks where it is missing, as CRD codes it: OTH where no other code fits
 * @param details what an order could say to fill it, where that is a short list; empty where it is not
 */
public record FactWords(String name, String ask, String outside, String infoNeeded, List<Detail> details) {

    /** Where CRD has no better code. */
    public static final String OTHER = "OTH";

    private static final Set<String> INFO_NEEDED =
            Set.of("detail-code", "performer", "location", "timeframe", "contract-window", OTHER);

    public FactWords {
        details = List.copyOf(details);
        if (!INFO_NEEDED.contains(infoNeeded)) {
            throw new IllegalArgumentException("'" + infoNeeded + "' is no code of CRD for what an order lacks");
        }
    }

    /** For a fact that nobody found words for. */
    public static FactWords of(String fact) {
        return new FactWords(fact, "State " + fact + ".", fact + " is outside of the policy", OTHER, List.of());
    }
}
