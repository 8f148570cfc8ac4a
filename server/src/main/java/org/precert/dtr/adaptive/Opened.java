package org.precert.dtr.adaptive;

/** What became of a sealed continuation. */
public sealed interface Opened {

    record Accepted(Continuation continuation) implements Opened {}

    record Refused(Reason why) implements Opened {}

    /** Why it does not open. Fit for a log; EXPIRED and OTHER_VERSION alone are of use to the caller: begin again. */
    enum Reason {
        /** More characters than are ever sealed. */
        TOO_LARGE,
        /** Not of the form that is sealed here. */
        MALFORMED,
        /** Not the header that is written here: another algorithm, or a key that is none of ours. */
        FOREIGN,
        /** Sealed with another key, or changed since. */
        NOT_AUTHENTIC,
        /** It opens with our key, and there is no continuation in it, or too large a one. */
        UNREADABLE,
        OTHER_CLIENT,
        OTHER_FORM,
        /** The form has changed since: what was asked may not fit any more. */
        OTHER_VERSION,
        EXPIRED,
        NOT_YET_VALID
    }
}
