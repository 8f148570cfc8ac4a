package org.precert.ledger.metrics;

/**
 * By what the metrics can be told apart.
 *
 * @param client the id of the registered client; empty for anybody
 */
record Slice(String hook, String client) {

    static final String DOOR = "crd.";

    static Slice of(String door, String client) {
        return new Slice(door.substring(DOOR.length()), client);
    }

    /** The client, by a name that JSON can have. */
    String clientName() {
        return client.isEmpty() ? "(not registered)" : client;
    }
}
