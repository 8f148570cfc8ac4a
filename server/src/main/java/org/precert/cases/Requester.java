package org.precert.cases;

import java.util.Set;

/**
 * Who asks.
 *
 * @param client id of the registered client; empty for anybody
 * @param identifiers of the organization and the providers, as system|value: who may look it up
 * @param senders ids of the sending system and organization (GS02, ISA06, the organization's identifiers): who is notified
 */
public record Requester(String client, Set<String> identifiers, Set<String> senders) {

    public Requester {
        identifiers = Set.copyOf(identifiers);
        senders = Set.copyOf(senders);
    }
}
