package org.precert.clients;

import java.util.List;

/** The server must not start as it is configured. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(List<String> problems) {
        super("Precert does not start: " + String.join("; ", problems));
    }
}
