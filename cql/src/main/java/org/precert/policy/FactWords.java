package org.precert.policy;

/**
 * How people are told of a fact.
 *
 * @param name as in "the drug"
 * @param ask what to do where it is missing
 * @param outside what it is where it puts an order out of scope
 */
public record FactWords(String name, String ask, String outside) {

    /** For a fact that nobody found words for. */
    public static FactWords of(String fact) {
        return new FactWords(fact, "State " + fact + ".", fact + " is outside of the policy");
    }
}
