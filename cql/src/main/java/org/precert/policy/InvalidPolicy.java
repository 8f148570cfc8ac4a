package org.precert.policy;

/** A policy folder that can not be used: the message says which file, where and why. */
public final class InvalidPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidPolicy(String message) {
        super(message);
    }

    public InvalidPolicy(String message, Throwable cause) {
        super(message, cause);
    }
}
