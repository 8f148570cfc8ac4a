package org.precert.ledger.metrics;

/**
 * Calls of a kind.
 *
 * @param orders that were to be answered for
 */
record CallCount(Slice slice, int status, long calls, long under5s, long under10s, long orders) {

    private static final int OK = 200;
    private static final String TEN_SECONDS = "appointment-book";

    boolean answered() {
        return status == OK;
    }

    /**
     * Those that met the guide's target. It allows ten seconds for later calls about a patient, too; whether a call is
     * one is not known here, so all but bookings are held to five.
     */
    long inTime() {
        return slice.hook().equals(TEN_SECONDS) ? under10s : under5s;
    }
}
