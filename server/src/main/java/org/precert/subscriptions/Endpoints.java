package org.precert.subscriptions;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.clients.Client;
import org.precert.outgoing.Destination;

/**
 * Where notifications may go: below what is registered for a client, and nowhere else. In demonstrations, where callers prove
 * nothing, to this machine. It is asked when a subscription is made and again at each delivery.
 */
final class Endpoints {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean demo;

    /** @param demo whether plain HTTP will do, and whether there are callers that prove nothing */
    Endpoints(boolean demo) {
        this.demo = demo;
    }

    /** The registered place that the endpoint lies in, if there is one. */
    Optional<Destination> destination(Owner owner, URI endpoint) {
        if (owner.isAnybody()) {
            return thisMachine(endpoint);
        }
        return owner.registered().stream()
                .flatMap(this::registered)
                .filter(each -> each.covers(endpoint))
                .findFirst();
    }

    private Stream<Destination> registered(Client client) {
        return client.pas().notificationEndpoints().stream()
                .filter(each -> demo || "https".equalsIgnoreCase(each.getScheme()))
                .map(each -> new Destination(each, demo, client.privateNetwork()));
    }

    private Optional<Destination> thisMachine(URI endpoint) {
        String host = endpoint.getHost() == null ? "" : endpoint.getHost().toLowerCase(Locale.ROOT);
        if (!demo || !THIS_MACHINE.contains(host)) {
            return Optional.empty();
        }
        try {
            String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
            return Optional.of(Destination.of(endpoint.getScheme() + "://" + host + port, true, true))
                    .filter(each -> each.covers(endpoint));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
