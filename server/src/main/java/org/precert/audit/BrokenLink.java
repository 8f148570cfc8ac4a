package org.precert.audit;

/**
 * The first link of a chain that is not as it was.
 *
 * @param about the row or the place that tells of it; may be empty
 */
public record BrokenLink(int chain, long number, Flaw flaw, String about) {

    BrokenLink(ChainPoint at, Flaw flaw, String about) {
        this(at.chain(), at.number(), flaw, about);
    }

    /** For people. */
    public String words() {
        return "chain " + chain + ", link " + number + ": " + flaw.words()
                + (about.isEmpty() ? "" : " (" + about + ")");
    }
}
