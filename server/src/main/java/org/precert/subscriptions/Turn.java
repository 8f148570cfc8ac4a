package org.precert.subscriptions;

/** What is sent to a subscription next. */
sealed interface Turn {

    /** Whether the receiver is there, and wants it. */
    record Handshake() implements Turn {}

    /** The first that waits. */
    record Told(Event event) implements Turn {}

    /** That there is nothing new. */
    record Heartbeat() implements Turn {}

    /** For the metrics. */
    default String kind() {
        if (this instanceof Handshake) {
            return "handshake";
        }
        return this instanceof Told ? "event" : "heartbeat";
    }
}
