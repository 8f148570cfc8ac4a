package org.precert.crd.call;

import java.net.URI;
import java.util.Optional;

/**
 * The client's FHIR server, as the call names it.
 *
 * @param token the bearer token; never stored, never logged, never sent elsewhere
 */
public record ClientServer(URI base, Optional<String> token) {

    @Override
    public String toString() {
        return base.toString();
    }
}
