package org.precert.subscriptions;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.precert.outgoing.Header;

/**
 * Where notifications go, and how.
 *
 * @param headers sent as they are; they hold the receiver's secrets
 * @param payload the media type
 * @param heartbeat how long silence may last
 * @param timeout for one notification
 */
record Channel(
        URI endpoint,
        List<Header> headers,
        String payload,
        Content content,
        Optional<Duration> heartbeat,
        Duration timeout) {

    Channel {
        headers = List.copyOf(headers);
    }

    /** Neither the endpoint, whose query may hold a token, nor headers. */
    @Override
    public String toString() {
        return "Channel[" + content.code() + "]";
    }
}
