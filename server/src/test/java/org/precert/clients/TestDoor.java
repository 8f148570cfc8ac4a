package org.precert.clients;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.precert.postgres.WhereTestsRan;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The filter over a registry of a few clients, a database in memory, and keys that are fetched from nowhere. */
public final class TestDoor implements KeyFetch {

    public static final String CLINIC = "https://clinic.example";
    public static final String TENANTS = "https://tenants.example";
    public static final String OFFLINE = "https://offline.example";
    public static final String DOWN = "https://down.example";

    final List<URI> fetched = new CopyOnWriteArrayList<>();
    private final JdbcTemplate jdbc;
    private final Clock clock = Clock.fixed(TestToken.NOW, ZoneOffset.UTC);
    private final CallerFilter filter;
    private final TokenCheck tokens;

    TestDoor(Trust trust) {
        this(trust, database(UUID.randomUUID().toString()));
    }

    TestDoor(Trust trust, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        Clients clients = Enrolment.of(entries(), false, Optional.of(this), clock);
        this.tokens = new TokenCheck(clients, new SeenTokens(jdbc, clock, Runnable::run), clock);
        this.filter = new CallerFilter(tokens, trust, "https://precert.example");
    }

    private static List<ClientsProperties.Entry> entries() {
        return bound(properties()).clients();
    }

    /** A few clients, each with another way to be known. */
    public static Map<String, Object> properties() {
        Map<String, Object> all = new HashMap<>();
        all.putAll(client(0, "springfield", TestToken.ISSUER, Map.of("jwks-url", TestToken.JWKS)));
        String other = TestKeys.publicSet(TestKeys.EC_OF_THE_OTHER_CLIENT);
        all.putAll(client(1, "clinic", CLINIC, Map.of("jwks", other, "audiences[0]", "urn:clinic")));
        String keys = TestKeys.publicSet(TestKeys.EC);
        all.putAll(client(2, "tenants", TENANTS, Map.of("jwks", keys, "tenants[0]", "north", "tenants[1]", "south")));
        all.putAll(client(3, "offline", OFFLINE, Map.of("jwks", keys, "jwks-url", OFFLINE + "/jwks")));
        all.putAll(client(4, "down", DOWN, Map.of("jwks-url", DOWN + "/jwks")));
        return all;
    }

    private static Map<String, Object> client(int index, String id, String issuer, Map<String, Object> more) {
        String prefix = "precert.clients[" + index + "].";
        Map<String, Object> entry = new HashMap<>(Map.of(prefix + "id", id, prefix + "issuers[0]", issuer));
        more.forEach((name, value) -> entry.put(prefix + name, value));
        return entry;
    }

    static ClientsProperties bound(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("precert", ClientsProperties.class);
    }

    public static JdbcTemplate database(String name) {
        JdbcTemplate jdbc = connection(name);
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V2__seen_tokens.sql"),
                        new ClassPathResource("db/migration/V11__access_tokens.sql"),
                        new ClassPathResource("db/migration/V12__registered_clients.sql"))
                .execute(Objects.requireNonNull(jdbc.getDataSource()));
        return jdbc;
    }

    /** To a database that is there already, as of another node. */
    static JdbcTemplate connection(String name) {
        return new JdbcTemplate(new DriverManagerDataSource(WhereTestsRan.database(name)));
    }

    @Override
    public Optional<FetchedKeys> fetch(URI jwksUrl) {
        fetched.add(jwksUrl);
        return published(jwksUrl);
    }

    /** What these clients publish. */
    public static Optional<FetchedKeys> published(URI jwksUrl) {
        String keys = TestKeys.publicSet(
                TestKeys.EC,
                TestKeys.RSA,
                TestKeys.EC_256,
                TestKeys.EC_FOR_ENCRYPTION,
                TestKeys.RSA_FOR_256,
                TestKeys.RSA_SHORT);
        return jwksUrl.toString().startsWith(DOWN)
                ? Optional.empty()
                : Optional.of(new FetchedKeys(keys, Duration.ofMinutes(10)));
    }

    void breakDatabase() {
        jdbc.execute("drop table seen_token");
    }

    Verdict check(String token) {
        return tokens.check(token, TestToken.URL);
    }

    /** What a call came to: what was answered, and who reached the service, if anybody did. */
    record Passage(MockHttpServletResponse response, Optional<Caller> caller) {}

    Passage call(String method, String path, List<String> authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        authorization.forEach(value -> request.addHeader("Authorization", value));
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        try {
            filter.doFilter(request, response, chain);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        Caller caller =
                chain.getRequest() == null ? null : (Caller) chain.getRequest().getAttribute(Caller.ATTRIBUTE);
        return new Passage(response, Optional.ofNullable(caller));
    }

    Passage sign(String token) {
        return call("POST", "/cds-services/order-sign", List.of("Bearer " + token));
    }
}
