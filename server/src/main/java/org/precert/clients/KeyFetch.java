package org.precert.clients;

import java.net.URI;
import java.util.Optional;

/** Fetches the keys of a client, from the URL that the client is registered with and from no other. */
public interface KeyFetch {

    /**
     * @return nothing if they can not be had, for whatever reason. It waits a few seconds at the most, and never throws
     *     for what a network does.
     */
    Optional<FetchedKeys> fetch(URI jwksUrl);
}
