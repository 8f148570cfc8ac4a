package org.precert.clients;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registered clients. */
public final class Clients {

    private final List<Registration> registrations;
    private final Map<String, Registration> byIssuer = new HashMap<>();

    Clients(List<Registration> registrations) {
        this.registrations = List.copyOf(registrations);
        for (Registration registration : registrations) {
            registration.client().issuers().forEach(issuer -> byIssuer.put(issuer, registration));
        }
    }

    /** @param iss as the token says it: nothing is normalized */
    public Optional<Client> byIssuer(String iss) {
        return registration(iss).map(Registration::client);
    }

    public List<Client> all() {
        return registrations.stream().map(Registration::client).toList();
    }

    Optional<Registration> registration(String iss) {
        return Optional.ofNullable(byIssuer.get(iss));
    }
}
