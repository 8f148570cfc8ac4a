package org.precert.desk;

/** Somebody else may do that, this person may not. The message is for people. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAllowed(String message) {
        super(message);
    }
}
