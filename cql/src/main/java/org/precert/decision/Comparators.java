package org.precert.decision;

import java.util.List;

/**
 * What a policy compares a treatment with, and where it says so.
 *
 * @param proposals those of them that have a code to order by; a class of drugs has none
 */
public record Comparators(String what, String locator, List<Proposal> proposals) {

    public Comparators {
        proposals = List.copyOf(proposals);
    }
}
