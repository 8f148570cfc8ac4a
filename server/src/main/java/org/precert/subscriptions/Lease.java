package org.precert.subscriptions;

/**
 * The right of one worker to deliver to one subscription, for a while. When it has run out, or the owner has changed the
 * subscription, another may have it; what is done with the old one then counts for nothing.
 *
 * @param token told to nobody else
 * @param tries how often the same thing failed already
 */
record Lease(String subscription, String token, int tries) {

    /** What has been delivered begins anew. */
    Lease afterSuccess() {
        return new Lease(subscription, token, 0);
    }
}
