package org.precert.subscriptions;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.Clients;

/**
 * Whom a subscription belongs to.
 *
 * @param client its id, or empty where nobody proved who it is
 * @param registered empty also for a client that is registered no more
 */
record Owner(String client, Optional<Client> registered) {

    static Owner of(Caller caller) {
        return new Owner(caller.known().map(Client::id).orElse(""), caller.known());
    }

    static Owner of(String client, Clients clients) {
        return new Owner(client, clients.byId(client));
    }

    boolean isAnybody() {
        return client.isEmpty();
    }

    /**
     * What a value stands for, of that which the owner acts for; none if it does not act for it. A bare value stands for the
     * systems that it is registered with, and only where it is registered bare for every system.
     */
    Set<String> entitled(String value) {
        if (isAnybody()) {
            return Set.of(value);
        }
        Set<String> own = identifiers();
        int bar = value.lastIndexOf('|');
        if (own.contains(value) || (bar >= 0 && own.contains(value.substring(bar + 1)))) {
            return Set.of(value);
        }
        return own.stream().filter(each -> each.endsWith("|" + value)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it may hear of what this payer decides. */
    boolean mayAsk(String payer) {
        return registered.map(each -> each.mayAsk(payer)).orElse(true);
    }

    /** Keys of the payers that it may hear of; none: all. */
    Set<String> payers() {
        return registered.map(Client::payers).orElse(Set.of());
    }

    /** All that it acts for. */
    Set<String> identifiers() {
        return registered.map(each -> each.pas().identifiers()).orElse(Set.of());
    }
}
