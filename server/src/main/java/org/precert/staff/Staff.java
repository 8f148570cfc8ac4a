package org.precert.staff;

import java.util.Arrays;
import java.util.Set;
import org.precert.cases.Person;

/**
 * A member of a payer's staff.
 *
 * @param payers keys of those whose cases this person sees; none: all
 * @param roles that this person was given
 */
public record Staff(Person person, Set<String> payers, Set<Role> roles) {

    /** The attribute of a request that tells who makes it. */
    public static final String ATTRIBUTE = "org.precert.staff";

    public Staff {
        payers = Set.copyOf(payers);
        roles = Set.copyOf(roles);
    }

    /** Whether this person works for that payer. */
    public boolean serves(String payer) {
        return payers.isEmpty() || payers.contains(payer);
    }

    /** Whether this person acts in that role. Who works for some payers has no role that is of all of them. */
    public boolean is(Role role) {
        return roles.contains(role) && (payers.isEmpty() || !role.isOfAllPayers());
    }

    /** Whether this person acts in any role at all. */
    public boolean hasRole() {
        return Arrays.stream(Role.values()).anyMatch(this::is);
    }
}
