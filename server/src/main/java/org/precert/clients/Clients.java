package org.precert.clients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

    public Optional<Client> byId(String id) {
        return all().stream().filter(client -> client.id().equals(id)).findFirst();
    }

    public List<Client> all() {
        return registrations.stream().map(Registration::client).toList();
    }

    /**
     * Lets no server start that promised a client what it does not have: a mistyped payer would silently be one that the
     * client may not ask.
     *
     * @param payer whether a payer is served, by its key
     * @param version whether a version of the guide is spoken
     */
    public void require(Predicate<String> payer, Predicate<String> version) {
        List<String> problems = new ArrayList<>();
        for (Client client : all()) {
            client.payers().stream()
                    .filter(payer.negate())
                    .sorted()
                    .map(key -> "the client '" + client.id() + "' may ask for the payer '" + key
                            + "', which is none of this server")
                    .forEach(problems::add);
            client.crdVersion()
                    .filter(version.negate())
                    .map(code -> "the client '" + client.id() + "' has the crd-version " + code
                            + ", which is not spoken here")
                    .ifPresent(problems::add);
            client.forms()
                    .version()
                    .filter(version.negate())
                    .map(code -> "the client '" + client.id() + "' has the dtr-version " + code
                            + ", which is not spoken here")
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
    }

    Optional<Registration> registration(String iss) {
        return Optional.ofNullable(byIssuer.get(iss));
    }
}
