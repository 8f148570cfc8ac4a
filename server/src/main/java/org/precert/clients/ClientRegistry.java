package org.precert.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.precert.clients.ClientRows.Row;
import org.precert.clients.ClientsProperties.Entry;
import org.precert.clients.NotRegistered.Reason;
import org.precert.clients.RegisteredClient.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Registers clients in the database while the server runs. They are checked as those of the configuration are, together with
 * them, and are as good. Other nodes see a change by its version, within seconds.
 */
public final class ClientRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ClientRegistry.class);
    private static final int LONGEST_ENTRY = 200_000;

    private final Clients clients;
    private final List<Entry> configured;
    private final Supplier<Enrolment> enrolments;
    private final ClientRows rows;
    private final TransactionOperations transactions;
    private final Supplier<Stream<ClientChange>> listeners;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private Map<String, Known> known = Map.of();
    private long version = -1;

    /**
     * @param enrolments a new one each time, which has seen nobody yet
     * @param listeners as they are when something changes
     */
    ClientRegistry(
            Clients clients,
            List<Entry> configured,
            Supplier<Enrolment> enrolments,
            ClientRows rows,
            TransactionOperations transactions,
            Supplier<Stream<ClientChange>> listeners,
            Clock clock) {
        this.clients = clients;
        this.configured = List.copyOf(configured);
        this.enrolments = enrolments;
        this.rows = rows;
        this.transactions = transactions;
        this.listeners = listeners;
        this.clock = clock;
    }

    private record Known(String entry, Registration registration) {}

    /** All, those of the configuration first. */
    public List<RegisteredClient> all() {
        List<RegisteredClient> all = new ArrayList<>();
        configured.forEach(
                each -> all.add(new RegisteredClient(each.id(), true, json.createObjectNode(), Optional.empty())));
        rows.all().forEach(row -> all.add(shown(row)));
        return all;
    }

    public Optional<RegisteredClient> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Registers a client, or changes one. Its access tokens are gone; it gets new ones as it may.
     *
     * @param entry by the names of the configuration, without the id
     * @param revision that it must have now: zero for a new one; nothing to say so
     * @throws NotRegistered if it can not be
     */
    public RegisteredClient put(String id, ObjectNode entry, boolean enabled, OptionalLong revision, String by) {
        RegisteredClient put = change(id, () -> {
            List<Row> all = rows.all();
            Optional<Row> before = of(all, id);
            long current = before.map(Row::revision).orElse(0L);
            if (revision.isPresent() && revision.getAsLong() != current) {
                throw new NotRegistered(Reason.CONFLICT, List.of("the client was changed meanwhile"));
            }
            requireGood(id, entry, all);
            Row row = new Row(id, entry.toString(), enabled, current + 1, clock.instant(), by);
            rows.save(row);
            return shown(row);
        });
        LOG.info("The client {} was registered by {}, {}", id, by, enabled ? "enabled" : "disabled");
        return put;
    }

    /** @throws NotRegistered if there is none, or it is of the configuration */
    public void remove(String id, String by) {
        change(id, () -> {
            if (of(rows.all(), id).isEmpty()) {
                throw new NotRegistered(Reason.UNKNOWN, List.of("there is no such client"));
            }
            rows.delete(id);
            return id;
        });
        LOG.info("The client {} was removed by {}", id, by);
    }

    /** To be called now and then: what another node changed counts here, too. */
    void refreshIfChanged() {
        try {
            if (rows.version() != known()) {
                refresh();
            }
        } catch (DataAccessException e) {
            LOG.warn(
                    "It can not be told whether clients changed: {}",
                    e.getClass().getSimpleName());
        }
    }

    private synchronized long known() {
        return version;
    }

    /** The version first: what changes in between is seen the next time. */
    synchronized void refresh() {
        long now = rows.version();
        Enrolment enrolment = enrolments.get();
        configured.forEach(enrolment::enrol);
        Map<String, Known> next = new HashMap<>();
        List<Registration> enabled = new ArrayList<>();
        for (Row row : rows.all()) {
            Optional<Registration> registration = enrolled(row, enrolment);
            if (registration.isEmpty()) {
                LOG.error("The registered client {} is not let in: {}", row.id(), enrolment.problems());
            }
            registration.ifPresent(each -> {
                // The one of before knows the keys that it fetched.
                Known before = known.get(row.id());
                Registration kept = before != null && before.entry().equals(row.entry()) ? before.registration() : each;
                next.put(row.id(), new Known(row.entry(), kept));
                if (row.enabled()) {
                    enabled.add(kept);
                }
            });
        }
        clients.registered(enabled);
        known = next;
        version = now;
    }

    private Optional<Registration> enrolled(Row row, Enrolment enrolment) {
        try {
            return enrolment.enrol(entry(row));
        } catch (NotRegistered e) {
            return Optional.empty();
        }
    }

    private <T> T change(String id, Supplier<T> work) {
        if (configured.stream().anyMatch(each -> each.id().equals(id))) {
            throw new NotRegistered(Reason.CONFLICT, List.of("the client is of the configuration: change it there"));
        }
        T done = Objects.requireNonNull(transactions.execute(status -> {
            rows.lock();
            T changed = work.get();
            listeners.get().forEach(each -> each.changed(id));
            return changed;
        }));
        refresh();
        return done;
    }

    /** Beside all the others, those that are disabled among them: one of them may come back. */
    private void requireGood(String id, ObjectNode entry, List<Row> all) {
        if (entry.has("id") || entry.toString().length() > LONGEST_ENTRY) {
            throw new NotRegistered(Reason.INVALID, List.of("the id stands in the address, and the rest is no novel"));
        }
        Enrolment enrolment = enrolments.get();
        configured.forEach(enrolment::enrol);
        all.stream().filter(row -> !row.id().equals(id)).forEach(row -> enrolled(row, enrolment));
        int others = enrolment.problems().size();
        Optional<Registration> registration =
                enrolment.enrol(EntryReader.read(entry.deepCopy().put("id", id)));
        List<String> problems = new ArrayList<>(
                enrolment.problems().subList(others, enrolment.problems().size()));
        registration.ifPresent(each -> problems.addAll(clients.broken(each.client())));
        if (!problems.isEmpty()) {
            throw new NotRegistered(Reason.INVALID, problems);
        }
    }

    private Entry entry(Row row) {
        return EntryReader.read(tree(row).put("id", row.id()));
    }

    private static Optional<Row> of(List<Row> rows, String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    private RegisteredClient shown(Row row) {
        return new RegisteredClient(
                row.id(),
                row.enabled(),
                tree(row),
                Optional.of(new Change(row.revision(), row.changedAt(), row.changedBy())));
    }

    private ObjectNode tree(Row row) {
        try {
            return (ObjectNode) json.readTree(row.entry());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The entry of a registered client is no JSON", e);
        }
    }
}
