package org.precert.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.precert.audit.AuditEntry;
import org.precert.clients.Client;
import org.precert.clients.Clients;
import org.precert.clients.DtrSettings;
import org.precert.clients.PasSettings;
import org.precert.clients.TestClients;
import org.precert.outgoing.OutgoingHttp;
import org.precert.postgres.WhereTestsRan;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes over one database in memory, each with all that this package has, wired by hand. */
final class Nodes implements AutoCloseable {

    static final String ORGANIZATION = "8189991234";

    /** One of them. Nobody owns what is made here unless a test says who. */
    final class Node implements AutoCloseable {

        final OutgoingHttp http = new OutgoingHttp();
        final List<AuditEntry> recorded = new CopyOnWriteArrayList<>();
        final Subscriptions subscriptions = new Subscriptions(jdbc, json);
        final Events events = new Events(jdbc);
        final Deliveries deliveries = new Deliveries(jdbc, Nodes::id);
        final NotificationWriter writer = new NotificationWriter(json, clock, Nodes::id, "https://precert.example");
        final Endpoints endpoints = new Endpoints(true);
        final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        final Receivers receivers = new Receivers(http, clients, endpoints, json);
        final Delivery delivery = new Delivery(
                subscriptions,
                events,
                deliveries,
                writer,
                receivers,
                transaction,
                new BackOff(() -> 0),
                meters,
                recorded::add,
                clock,
                Duration.ofDays(30));
        final Housekeeping housekeeping = new Housekeeping(
                subscriptions,
                events,
                clock,
                new NotificationsProperties(Duration.ofDays(30), Duration.ofDays(30), Duration.ofMillis(20)));
        final Outbox outbox = new Outbox(deliveries, delivery, housekeeping, clock, Duration.ofMillis(20));
        final Publisher publisher = new Publisher(subscriptions, events, clients, transaction, clock, outbox::wake);
        final SubscriptionService service = new SubscriptionService(
                new SubscriptionReader(json, endpoints),
                subscriptions,
                events,
                deliveries,
                writer,
                transaction,
                clock,
                Nodes::id,
                outbox::wake);

        /** What a worker does at one look, in this thread. */
        void deliver() {
            for (String due : deliveries.due(clock.instant(), 100)) {
                deliveries.take(due, clock.instant()).ifPresent(delivery::run);
            }
        }

        String create(Wish wish) {
            return create(wish, Guide.STU_2_2, NOBODY);
        }

        String create(Wish wish, Guide guide, Owner owner) {
            return service.create(wish.bytes(), guide, owner).id();
        }

        /** Made, and its handshake answered. */
        String active(Wish wish) {
            String id = create(wish);
            deliver();
            return id;
        }

        void publish(int count) {
            for (int i = 0; i < count; i++) {
                publisher.publish(notice(clock.instant()));
            }
        }

        Instant now() {
            return clock.instant();
        }

        /** What a worker does that dies before it can write down that it did. */
        void sendWithoutNotingIt(String id, Event event) {
            Subscription subscription = subscriptions.find(id).orElseThrow();
            receivers.send(subscription, writer.event(subscription, event, Content.FULL_RESOURCE));
        }

        Status status(String id) {
            return subscriptions.find(id).orElseThrow().status();
        }

        @Override
        public void close() {
            outbox.close();
            http.close();
        }
    }

    static final Owner NOBODY = new Owner("", Optional.empty());

    final JdbcTemplate jdbc;
    final Clock clock;
    final Clients clients;
    final TransactionTemplate transaction;
    final ObjectMapper json = new ObjectMapper();
    private final List<Node> all = new ArrayList<>();

    Nodes(Clock clock, Client... registered) {
        this.clock = clock;
        this.clients = TestClients.of(registered);
        DriverManagerDataSource source = new DriverManagerDataSource(WhereTestsRan.database());
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        new ResourceDatabasePopulator(new ByteArrayResource(schema().getBytes(StandardCharsets.UTF_8))).execute(source);
    }

    Node node() {
        Node node = new Node();
        all.add(node);
        return node;
    }

    /** For the organization that Inferno's Subscription asks for. */
    static Notice notice(Instant at) {
        return new Notice(
                "",
                "payer",
                Set.of(ORGANIZATION, "sys|" + ORGANIZATION),
                "case-1",
                "cr-1",
                at,
                Map.of("2.0.1", bundle(), "2.2.1", bundle()));
    }

    static String bundle() {
        return "{\"resourceType\":\"Bundle\",\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"collection\",\"entry\":["
                + "{\"fullUrl\":\"urn:uuid:" + UUID.randomUUID()
                + "\",\"resource\":{\"resourceType\":\"ClaimResponse\",\"id\":"
                + "\"cr-1\",\"disposition\":\"JANE-DOE\"}}]}";
    }

    static Client client(String id, Set<String> identifiers, String... endpoints) {
        List<URI> registered = List.of(endpoints).stream().map(URI::create).toList();
        return new Client(
                id,
                Set.of(),
                List.of(),
                true,
                Set.of(),
                Optional.empty(),
                true,
                DtrSettings.USUAL,
                new PasSettings(false, identifiers, registered, false));
    }

    static Owner owner(Client client) {
        return new Owner(client.id(), Optional.of(client));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String schema() {
        try {
            return new ClassPathResource("db/migration/V7__subscriptions.sql")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("${bytes}", WhereTestsRan.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        all.forEach(Node::close);
        WhereTestsRan.drop(jdbc);
    }
}
