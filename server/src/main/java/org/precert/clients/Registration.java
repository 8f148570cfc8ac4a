package org.precert.clients;

import java.util.Optional;
import java.util.Set;

/**
 * A client, and how its tokens are known.
 *
 * @param jwksUrl what a token may say in {@code jku}; without it, a token may not have one
 * @param audiences that its tokens may name instead of the URL of the service
 * @param tenants of which its tokens must name one, unless there are none
 */
record Registration(
        Client client, KeySource keys, Optional<String> jwksUrl, Set<String> audiences, Set<String> tenants) {

    Registration {
        audiences = Set.copyOf(audiences);
        tenants = Set.copyOf(tenants);
    }
}
