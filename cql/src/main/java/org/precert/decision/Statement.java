package org.precert.decision;

import java.util.List;
import java.util.Optional;

/**
 * The smallest citable piece of a policy, and what it makes of an order in its scope.
 *
 * @param label as the document or our reading names it
 * @param says what it says, in our words
 * @param locator where in the document it stands
 * @param paperwork the document that goes with an order under it
 * @param comparators what the policy compares the treatment with; empty if it names nothing
 * @param limits how much it allows; empty if it sets no limit
 */
public record Statement(
        String label,
        Determination determination,
        String says,
        String locator,
        Optional<Paperwork> paperwork,
        Optional<Comparators> comparators,
        List<Limit> limits) {

    public Statement {
        limits = List.copyOf(limits);
    }
}
