package org.precert.subscriptions;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a subscription is told.
 *
 * @param number from 1, without gaps
 * @param queuedAt since when it waits
 * @param body the PAS Response Bundle as JSON, where the subscription gets it and it is still kept
 */
record Event(long number, Instant at, String claimResponseId, Instant queuedAt, Optional<String> body) {

    /** No body: it is about a patient. */
    @Override
    public String toString() {
        return "Event " + number;
    }
}
