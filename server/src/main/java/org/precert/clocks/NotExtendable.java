package org.precert.clocks;

/** A due time that can not be made longer; the message says why, in words for staff. */
public final class NotExtendable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotExtendable(Due due) {
        super("The decision time can not be extended: " + due.words() + ", " + due.citation() + ".");
    }
}
