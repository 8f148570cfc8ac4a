package org.precert.clients;

/** What the check of a token came to. */
sealed interface Verdict {

    record Accepted(Client client) implements Verdict {}

    /** @param about whom it seems to concern, fit for a log */
    record Refused(Refusal why, String about) implements Verdict {}
}
