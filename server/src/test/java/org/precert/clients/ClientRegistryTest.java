package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.clients.ClientsProperties.Entry;
import org.precert.clients.NotRegistered.Reason;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clients that are registered while servers run: what is let in, what is not, and when the others know. */
class ClientRegistryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUER = "https://hospital.example";

    private final String database = UUID.randomUUID().toString();
    private final List<String> changes = new ArrayList<>();
    private final Node one = new Node(TestDoor.database(database));
    private final Node other = new Node(TestDoor.connection(database));

    /** A server: its clients, and its way to register some. */
    private final class Node {

        final JdbcTemplate jdbc;
        final Clients clients;
        final ClientRegistry registry;

        Node(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
            TestClock clock = new TestClock();
            List<Entry> configured = TestDoor.bound(Map.of(
                            "precert.clients[0].id", "configured",
                            "precert.clients[0].issuers[0]", "https://configured.example",
                            "precert.clients[0].pas-identifiers[0]", "http://hl7.org/fhir/sid/us-npi|1234567893",
                            "precert.clients[0].jwks", TestKeys.publicSet(TestKeys.EC)))
                    .clients();
            clients = Enrolment.of(configured, false, Optional.of(TestDoor::published), clock);
            registry = new ClientRegistry(
                    clients,
                    configured,
                    () -> new Enrolment(false, Optional.of(TestDoor::published), clock),
                    new ClientRows(jdbc),
                    new TransactionTemplate(
                            new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource()))),
                    () -> Stream.of(changes::add),
                    clock);
            registry.refresh();
        }

        RegisteredClient put(String id, String entry) {
            return registry.put(id, json(entry), true, OptionalLong.empty(), "admin");
        }
    }

    @Test
    void aRegisteredClientIsAsGoodAsAConfiguredOne() {
        one.put("hospital", entry("\"payers\":[\"acme\"],\"scopes\":[\"system/Claim.cr\"],\"pas-lenient\":true"));
        Client client = one.clients.byIssuer(ISSUER).orElseThrow();
        assertThat(client.id()).isEqualTo("hospital");
        assertThat(client.mayAsk("other")).isFalse();
        assertThat(client.access().scopes().text()).isEqualTo("system/Claim.cr");
        assertThat(client.pas().lenient()).isTrue();
        assertThat(client.dtr()).isTrue();
        assertThat(one.clients.all()).extracting(Client::id).containsExactly("configured", "hospital");
        assertThat(one.registry
                        .find("hospital")
                        .orElseThrow()
                        .change()
                        .orElseThrow()
                        .by())
                .isEqualTo("admin");
    }

    @Test
    void keysMayBeAnObjectOrAText() {
        one.put("hospital", entry(""));
        String text =
                JSON.getNodeFactory().textNode(TestKeys.publicSet(TestKeys.EC)).toString();
        one.put("text", "{\"issuers\":[\"https://text.example\"],\"jwks\":" + text + "}");
        assertThat(one.clients.byId("text")).isPresent();
    }

    @Test
    void anotherNodeKnowsAtItsNextLook() {
        one.put("hospital", entry(""));
        assertThat(other.clients.byId("hospital")).isEmpty();
        other.registry.refreshIfChanged();
        assertThat(other.clients.byId("hospital")).isPresent();
        one.registry.put("hospital", json(entry("")), false, OptionalLong.of(1), "admin");
        assertThat(one.clients.byId("hospital")).isEmpty();
        other.registry.refreshIfChanged();
        assertThat(other.clients.byIssuer(ISSUER)).isEmpty();
        assertThat(one.registry.find("hospital").orElseThrow().enabled()).isFalse();
        other.registry.remove("hospital", "admin");
        assertThat(other.registry.find("hospital")).isEmpty();
    }

    @Test
    void whoComesUnderTheNameOfOneThatWasRemovedHasItsOwnKeys() {
        one.put("hospital", entry(""));
        other.registry.refresh();
        SigningKeys before = other.clients
                .registrationOf("hospital")
                .orElseThrow()
                .keys()
                .knowing("ec")
                .orElseThrow();
        one.registry.remove("hospital", "admin");
        String next = "{\"issuers\":[\"" + ISSUER + "\"],\"jwks\":" + TestKeys.publicSet(TestKeys.EC_NEXT) + "}";
        one.put("hospital", next);
        other.registry.refreshIfChanged();
        SigningKeys after = other.clients
                .registrationOf("hospital")
                .orElseThrow()
                .keys()
                .knowing("ec")
                .orElseThrow();
        assertThat(before.know("ec")).isTrue();
        assertThat(after.know("ec")).isFalse();
        assertThat(after.know("ec-next")).isTrue();
    }

    @Test
    void fetchedKeysAreNotForgottenWhenSomebodyElseChanges() {
        one.put("hospital", "{\"issuers\":[\"" + ISSUER + "\"],\"jwks-url\":\"" + ISSUER + "/jwks\"}");
        KeySource keys = one.clients.registrationOf("hospital").orElseThrow().keys();
        one.put("other", "{\"scopes\":[\"system/Claim.c\"],\"jwks\":" + TestKeys.publicSet(TestKeys.EC) + "}");
        assertThat(one.clients.registrationOf("hospital").orElseThrow().keys()).isSameAs(keys);
    }

    @Test
    void whoHoldsTokensIsToldOfEveryChange() {
        one.put("hospital", entry(""));
        one.put("hospital", entry("\"dtr\":false"));
        one.registry.remove("hospital", "admin");
        assertThat(changes).containsExactly("hospital", "hospital", "hospital");
    }

    @Test
    void whoChangesWhatSomebodyElseChangedIsTold() {
        one.put("hospital", entry(""));
        one.registry.put("hospital", json(entry("")), true, OptionalLong.of(1), "admin");
        isRefused(
                Reason.CONFLICT,
                "changed meanwhile",
                () -> other.registry.put("hospital", json(entry("")), true, OptionalLong.of(1), "admin"));
        isRefused(
                Reason.CONFLICT,
                "changed meanwhile",
                () -> other.registry.put("hospital", json(entry("")), true, OptionalLong.of(0), "admin"));
    }

    @Test
    void aClientOfTheConfigurationIsChangedThere() {
        isRefused(Reason.CONFLICT, "of the configuration", () -> one.put("configured", entry("")));
        isRefused(Reason.CONFLICT, "of the configuration", () -> one.registry.remove("configured", "admin"));
        isRefused(Reason.UNKNOWN, "no such client", () -> one.registry.remove("nobody", "admin"));
        assertThat(one.registry.all()).extracting(RegisteredClient::id).containsExactly("configured");
    }

    static Stream<Arguments> mistakes() {
        String secret = TestKeys.EC.toJSONString();
        return Stream.of(
                arguments("nothing", "{}", "has no issuers"),
                arguments("an id of its own", entry("\"id\":\"other\""), "the id stands in the address"),
                arguments("a setting that is none", entry("\"admin\":true"), "a setting that no client has"),
                arguments("a setting in another spelling", entry("\"fhirBases\":[]"), "a setting that no client has"),
                arguments(
                        "a private key", "{\"issuers\":[\"a\"],\"jwks\":{\"keys\":[" + secret + "]}}", "a private key"),
                arguments("a secret", entry("\"client-secret\":\"x\""), "a setting that no client has"),
                arguments(
                        "an issuer of another",
                        "{\"issuers\":[\"https://configured.example\"],\"jwks\":" + TestKeys.publicSet(TestKeys.EC)
                                + "}",
                        "registered already"),
                arguments(
                        "a provider of another",
                        entry("\"pas-identifiers\":[\"1234567893\"]"),
                        "one of the pas-identifiers of the client 'configured'"),
                arguments("a FHIR base over http", entry("\"fhir-bases\":[\"http://x.example\"]"), "a FHIR base that"),
                arguments(
                        "keys over http",
                        "{\"issuers\":[\"a\"],\"jwks-url\":\"http://x.example/jwks\"}",
                        "a jwks-url that"),
                arguments("a scope of a patient", entry("\"scopes\":[\"patient/*.read\"]"), "a scope that is none"),
                arguments("an object for a text", entry("\"crd-version\":{}"), "neither a text nor a list"),
                arguments("a number for a text", entry("\"crd-version\":2.0"), "neither a text nor a list"),
                arguments("lists in a list", entry("\"payers\":[[\"a\"]]"), "not a list of texts"),
                arguments("a word for true", entry("\"dtr\":\"perhaps\""), "is not what it must be"),
                arguments("a payer that is not served", entry("\"payers\":[\"typo\"]"), "the payer 'typo'"),
                arguments("more than is kept", entry("\"tenants\":[\"" + "x".repeat(200_000) + "\"]"), "no novel"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isCheckedAsTheConfigurationIs(String name, String entry, String message) {
        one.clients.require("acme"::equals, "2.0"::equals);
        isRefused(Reason.INVALID, message, () -> one.put("hospital", entry));
        assertThat(one.jdbc.queryForObject("select count(*) from registered_client", Integer.class))
                .isZero();
        assertThat(one.clients.byId("hospital")).isEmpty();
        assertThat(changes).isEmpty();
    }

    @Test
    void twoRegisteredClientsShareNothingEvenWhereOneIsDisabled() {
        one.registry.put(
                "hospital", json(entry("\"pas-identifiers\":[\"1888888888\"]")), false, OptionalLong.empty(), "admin");
        isRefused(Reason.INVALID, "registered already", () -> other.put("second", entry("")));
        String second = "{\"scopes\":[\"system/Claim.c\"],\"pas-identifiers\":[\"1888888888\"],\"jwks\":"
                + TestKeys.publicSet(TestKeys.EC) + "%s}";
        isRefused(Reason.INVALID, "shares-identifiers", () -> other.put("second", second.formatted("")));
        other.put("second", second.formatted(",\"shares-identifiers\":true"));
    }

    @Test
    void anIdThatWouldSpoilALogIsNone() {
        isRefused(Reason.INVALID, "has no id", () -> one.put("a\nb", entry("")));
    }

    @Test
    void oneWhoseEntryIsNoLongerGoodIsLeftOutAndTheOthersAreNot() {
        one.put("hospital", entry(""));
        one.put("second", "{\"scopes\":[\"system/Claim.c\"],\"jwks\":" + TestKeys.publicSet(TestKeys.EC) + "}");
        one.jdbc.update("update registered_client set entry = '{\"x\":1}' where id = 'hospital'");
        one.registry.refresh();
        assertThat(one.clients.all()).extracting(Client::id).containsExactly("configured", "second");
    }

    @Test
    void oneThatIsPromisedWhatIsNoLongerServedWaits() {
        one.put("hospital", entry("\"payers\":[\"gone\"]"));
        assertThat(one.clients.byId("hospital")).isPresent();
        one.clients.require("acme"::equals, "2.0"::equals);
        assertThat(one.clients.byId("hospital")).isEmpty();
        assertThat(one.clients.byId("configured")).isPresent();
    }

    @Test
    void whatIsKnownStaysKnownWhileTheDatabaseIsAway() {
        one.put("hospital", entry(""));
        one.jdbc.execute("drop table registered_client_version");
        one.registry.refreshIfChanged();
        assertThat(one.clients.byId("hospital")).isPresent();
    }

    private static void isRefused(Reason reason, String message, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(NotRegistered.class)
                .hasMessageContaining(message)
                .satisfies(refused ->
                        assertThat(((NotRegistered) refused).reason()).isEqualTo(reason));
    }

    private static String entry(String more) {
        return "{\"issuers\":[\"" + ISSUER + "\"],\"jwks\":" + TestKeys.publicSet(TestKeys.EC)
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
