package org.precert.clients;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registered clients for the tests of other packages, known by nothing but their ids. */
public final class TestClients {

    private TestClients() {}

    public static Clients of(Client... clients) {
        return new Clients(List.of(clients).stream()
                .map(each ->
                        new Registration(each, new ListedKeys(SigningKeys.NONE), Optional.empty(), Set.of(), Set.of()))
                .toList());
    }
}
