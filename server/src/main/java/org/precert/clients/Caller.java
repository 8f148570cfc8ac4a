package org.precert.clients;

import java.util.Optional;

/** Who calls. Every request that reaches a door has one, as a request attribute. */
public sealed interface Caller {

    /** The name of the request attribute. */
    String ATTRIBUTE = "org.precert.clients.Caller";

    /** A registered client, proven by its token. */
    record Registered(Client client) implements Caller {}

    /** Somebody who proved nothing: where trust is off, in the demo profile. */
    record Anybody() implements Caller {}

    /** The client, if it is known. */
    default Optional<Client> known() {
        return this instanceof Registered registered ? Optional.of(registered.client()) : Optional.empty();
    }
}
