package org.precert.cases;

import java.util.Set;

/**
 * For whom.
 *
 * @param identifiers member and subscriber ids, as system|value
 * @param name for staff
 * @param lineOfBusiness a code of CodeSystem line-of-business; empty where the coverage does not tell
 * @param state two letters of the postal service; may be empty
 */
public record Member(Set<String> identifiers, String name, String lineOfBusiness, String state) {

    public Member {
        identifiers = Set.copyOf(identifiers);
    }
}
