package org.precert.clients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registered clients: those of the configuration, and those of the database as they are now. */
public final class Clients {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

    private final List<Registration> configured;
    private volatile Promises promises = client -> List.of();
    private volatile Book book;

    Clients(List<Registration> configured) {
        this.configured = List.copyOf(configured);
        this.book = Book.of(configured);
    }

    /** What is wrong with what a client is promised: that which this server has not. */
    private interface Promises {

        List<String> broken(Client client);
    }

    private record Book(List<Registration> all, Map<String, Registration> byIssuer, Map<String, Registration> byId) {

        static Book of(List<Registration> registrations) {
            Map<String, Registration> byIssuer = new HashMap<>();
            Map<String, Registration> byId = new HashMap<>();
            for (Registration registration : registrations) {
                registration.client().issuers().forEach(issuer -> byIssuer.put(issuer, registration));
                byId.put(registration.client().id(), registration);
            }
            return new Book(List.copyOf(registrations), byIssuer, byId);
        }
    }

    /** @param iss as the token says it: nothing is normalized */
    public Optional<Client> byIssuer(String iss) {
        return registration(iss).map(Registration::client);
    }

    public Optional<Client> byId(String id) {
        return registrationOf(id).map(Registration::client);
    }

    public List<Client> all() {
        return book.all().stream().map(Registration::client).toList();
    }

    /**
     * Lets no server start that promised a client what it does not have: a mistyped payer would silently be one that the
     * client may not ask.
     *
     * @param payer whether a payer is served, by its key
     * @param version whether a version of the guide is spoken
     */
    public void require(Predicate<String> payer, Predicate<String> version) {
        promises = client -> broken(client, payer, version);
        List<String> problems = configured.stream()
                .flatMap(each -> broken(each.client()).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
        List<Registration> added = book.all();
        registered(added.subList(configured.size(), added.size()));
    }

    private static List<String> broken(Client client, Predicate<String> payer, Predicate<String> version) {
        List<String> problems = new ArrayList<>();
        client.payers().stream()
                .filter(payer.negate())
                .sorted()
                .map(key -> "the client '" + client.id() + "' may ask for the payer '" + key
                        + "', which is none of this server")
                .forEach(problems::add);
        client.crdVersion()
                .filter(version.negate())
                .map(code ->
                        "the client '" + client.id() + "' has the crd-version " + code + ", which is not spoken here")
                .ifPresent(problems::add);
        client.forms()
                .version()
                .filter(version.negate())
                .map(code ->
                        "the client '" + client.id() + "' has the dtr-version " + code + ", which is not spoken here")
                .ifPresent(problems::add);
        return problems;
    }

    /** What a client is promised and this server has not. */
    List<String> broken(Client client) {
        return promises.broken(client);
    }

    /** Takes the place of all that the database had before. One that is promised too much waits until it is mended. */
    void registered(List<Registration> fromDatabase) {
        List<Registration> all = new ArrayList<>(configured);
        for (Registration registration : fromDatabase) {
            List<String> problems = broken(registration.client());
            if (problems.isEmpty()) {
                all.add(registration);
            } else {
                LOG.error("A registered client is not let in: {}", String.join("; ", problems));
            }
        }
        book = Book.of(all);
    }

    Optional<Registration> registration(String iss) {
        return Optional.ofNullable(book.byIssuer().get(iss));
    }

    Optional<Registration> registrationOf(String id) {
        return Optional.ofNullable(book.byId().get(id));
    }
}
