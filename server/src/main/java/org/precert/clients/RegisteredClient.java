package org.precert.clients;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A client as it stands in the registry.
 *
 * @param entry what it is registered with, by the names of the configuration; empty for one of the configuration
 * @param change nothing for a client of the configuration, which is changed there
 */
public record RegisteredClient(String id, boolean enabled, ObjectNode entry, Optional<Change> change) {

    /** @param by the id of who did it last */
    public record Change(long revision, Instant at, String by) {}
}
