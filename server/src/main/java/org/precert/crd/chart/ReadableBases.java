package org.precert.crd.chart;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.Clients;
import org.precert.outgoing.Destination;

/**
 * Which FHIR servers may be read for a call: those that are registered for its client, whatever the call says. In
 * demonstrations, where anybody calls, those of every client and those on this machine.
 */
public final class ReadableBases {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Clients clients;
    private final boolean demo;

    /** @param demo whether plain HTTP and servers on this machine may be read */
    public ReadableBases(Clients clients, boolean demo) {
        this.clients = clients;
        this.demo = demo;
    }

    Optional<Destination> of(Caller caller, URI named) {
        List<Client> who =
                caller instanceof Caller.Registered registered ? List.of(registered.client()) : clients.all();
        return who.stream()
                .flatMap(client -> client.fhirBases().stream()
                        .filter(base -> same(base, named))
                        .map(base -> Destination.of(base.toString(), demo, client.privateNetwork())))
                .findFirst()
                .or(() -> loopback(named));
    }

    private static boolean same(URI registered, URI named) {
        return withoutSlash(registered.toString()).equals(withoutSlash(named.toString()));
    }

    private Optional<Destination> loopback(URI named) {
        if (!demo || named.getHost() == null || !LOOPBACK.contains(named.getHost())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Destination.of(named.toString(), true, true));
        } catch (IllegalArgumentException e) {
            // Not an address that is spelled as addresses are.
            return Optional.empty();
        }
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
