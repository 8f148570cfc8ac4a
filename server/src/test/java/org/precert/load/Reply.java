package org.precert.load;

/**
 * What came back for one call.
 *
 * @param status of HTTP, or 0 if nothing came
 * @param decided whether it tells what was asked for
 */
record Reply(int status, boolean decided) {

    static final Reply NONE = new Reply(0, false);

    /** What a call with its prefetch must get. */
    boolean isDecision() {
        return status == 200 && decided;
    }

    /** What a call of an EHR that hangs must get: a decision on what is known, or to hear what could not be had. */
    boolean isFairWarning() {
        return isDecision() || status == 412;
    }
}
