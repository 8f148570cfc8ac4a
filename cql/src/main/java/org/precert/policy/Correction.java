package org.precert.policy;

/**
 * A code that took the place of another: one of those to choose from, where a notice has several.
 *
 * @param words what the new code stands for, and what it counts
 * @param onlyWithoutQuantity the two codes count differently: it fits an order that states no quantity alone
 */
public record Correction(String system, String from, String to, String words, boolean onlyWithoutQuantity) {

    public Correction {
        if (from.equals(to)) {
            throw new IllegalArgumentException("'" + from + "' corrects itself");
        }
    }
}
