package org.precert.staff;

import java.util.Set;
import org.precert.cases.Person;

/**
 * A member of a payer's staff.
 *
 * @param payers keys of those whose cases this person sees; none: all
 */
public record Staff(Person person, Set<String> payers) {

    /** The attribute of a request that tells who makes it. */
    public static final String ATTRIBUTE = "org.precert.staff";

    public Staff {
        payers = Set.copyOf(payers);
    }

    /** Whether this person works for that payer. */
    public boolean serves(String payer) {
        return payers.isEmpty() || payers.contains(payer);
    }
}
