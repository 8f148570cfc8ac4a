package org.precert.clients;

import java.util.List;

/** A client can not be registered, or changed, as it is asked. */
public final class NotRegistered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it can not. */
    public enum Reason {
        /** Something is wrong with what it shall be. */
        INVALID,
        /** It is of the configuration, or was changed meanwhile. */
        CONFLICT,
        UNKNOWN
    }

    private final Reason reason;
    private final String problems;

    NotRegistered(Reason reason, List<String> problems) {
        super(String.join("; ", problems));
        this.reason = reason;
        this.problems = String.join("; ", problems);
    }

    public Reason reason() {
        return reason;
    }

    /** All that is wrong, in words. */
    public String problems() {
        return problems;
    }
}
