package org.precert.audit;

import java.util.Arrays;
import java.util.Optional;

/** What an entry tells of. */
public enum EntryKind {
    /** A call at a door and its answer. */
    EXCHANGE("exchange"),
    /** A request for prior authorization, and what was answered. */
    SUBMISSION("submission"),
    /** Events of a case. */
    CASE("case"),
    /** A document came in, or was put to a case. */
    DOCUMENT("document"),
    /** A client was told of a case. */
    NOTIFICATION("notification"),
    /** Somebody read what is of a patient. */
    READ("read"),
    /** Somebody was turned away. */
    REFUSED("refused"),
    /** A client got an access token. */
    TOKEN("token"),
    /** Somebody of the staff signed in or out, or their session was ended. */
    SIGN_IN("sign-in"),
    /** A client was registered, changed, disabled or removed. */
    CLIENT("client"),
    /** A node decides by these policies from now on. */
    POLICIES("policies"),
    NODE_START("node-start"),
    NODE_STOP("node-stop"),
    /** Where the chains ended, seen by a node. */
    CHECKPOINT("checkpoint"),
    /** Retention removed the beginnings of chains. */
    SWEEP("sweep"),
    /** Somebody read or verified this record. */
    AUDIT("audit");

    private final String code;

    EntryKind(String code) {
        this.code = code;
    }

    /** As it stands in the database. */
    public String code() {
        return code;
    }

    public static Optional<EntryKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
