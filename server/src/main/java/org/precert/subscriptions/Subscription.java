package org.precert.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A subscription as it is kept.
 *
 * @param client whom it belongs to; empty for nobody known
 * @param revision grows with each change by its owner
 * @param resource as its owner sent it; never changed in place
 * @param error why it has the status error; empty else
 * @param events the number of its last event
 */
record Subscription(
        String id,
        Guide guide,
        String client,
        Status status,
        int revision,
        ObjectNode resource,
        String error,
        long events,
        Instant updatedAt) {

    boolean listens() {
        return status != Status.OFF;
    }

    Channel channel() {
        return SubscriptionReader.channel(resource, guide);
    }

    Filters filters() {
        return SubscriptionReader.filters(resource);
    }

    /** Neither endpoint nor headers. */
    @Override
    public String toString() {
        return "Subscription " + id + " " + status.code();
    }
}
