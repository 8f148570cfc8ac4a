package org.precert.clients;

/** It can not be told now whether a token counts: not the caller's fault, and worth another try. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable() {
        super("It can not be told whether a token counts");
    }
}
