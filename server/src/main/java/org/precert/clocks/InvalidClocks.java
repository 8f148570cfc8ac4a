package org.precert.clocks;

/** A table of clocks that can not be used; the message names the rows. */
public final class InvalidClocks extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidClocks(String message) {
        super("Clocks: " + message);
    }

    InvalidClocks(String message, Throwable cause) {
        super("Clocks: " + message, cause);
    }

    static InvalidClocks row(String id, String message) {
        return new InvalidClocks("row '" + id + "': " + message);
    }
}
