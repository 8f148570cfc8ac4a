package org.precert.staff;

import java.util.Optional;

/** Knows the staff. Whatever else a payer signs its people in with takes the place of the one that is configured. */
@FunctionalInterface
public interface StaffDirectory {

    /** @param key that this person alone has */
    Optional<Staff> signIn(String id, String key);
}
