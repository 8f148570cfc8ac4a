package org.precert.patientaccess;

import org.precert.clients.Caller;

/** Who may read what members' prior authorizations came to. Where nobody says so, nobody may. */
@FunctionalInterface
public interface MayRead {

    /** Whether this one may, for members of the payers that it may ask about. */
    boolean allows(Caller caller);
}
