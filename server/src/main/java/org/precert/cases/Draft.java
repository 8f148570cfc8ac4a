package org.precert.cases;

/**
 * A denial that the policy would support, for a person to sign, to change or to throw away. Nobody outside sees it.
 *
 * @param words the specific reason
 * @param clause the statement of the policy, with its locator
 */
public record Draft(DenialReason reason, String words, String clause) {}
