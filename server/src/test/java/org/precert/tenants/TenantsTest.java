package org.precert.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.staff.Role;
import org.precert.testing.Http;
import org.precert.testing.ProductionServer;
import org.precert.testing.Routes;

/**
 * Nothing of a payer is seen or changed through another: over every endpoint, and for every pair of payers. Whoever adds an endpoint
 * meets this test.
 */
class TenantsTest {

    /** What has nothing of one payer that others do not see, or that its payers are not told by; and why. */
    private static final Map<String, String> WITHOUT_TENANTS = Map.of(
            "GET (/fhir|/dtr/2.0/fhir|/pas/2.0.1/fhir|/patient-access/fhir)?/.well-known/smart-configuration|GET /pas/2.0.1/fhir/metadata"
                    + "|GET /cds-services|POST /oauth/token",
            "of the server: EveryRouteTest",
            "GET /actuator/health(/x)?|GET /livez|GET /readyz",
            "of the server",
            "GET /policies/x|(GET|POST) (/fhir|/dtr/2.[02]/fhir)/ValueSet/\\$expand",
            "what payers publish for everybody",
            "POST /cds-services/x/feedback|POST (/fhir|/dtr/2.[02]/fhir)/Questionnaire/\\$log-questionnaire-errors",
            "takes reports of a client, shows none, and changes nothing else",
            "(GET|POST|PUT|DELETE) /pas/2.0.1/fhir/Subscription(/x)?|(GET|POST) /pas/2.0.1/fhir/Subscription/x/\\$status",
            "of the client alone, and what it hears of by payer: OwnershipTest, FilterTest, and its events below",
            "GET /review-desk",
            "a page without data",
            "GET /audit/.*|(GET|PUT|DELETE) /admin/.*",
            "of all payers: for nobody who works for some, see below");

    private static final Pattern ID = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-][0-9:]+)|PA[0-9a-f]{8}");

    private static final Tenants TENANTS = new Tenants();
    private static final Map<String, Holding> HOLDINGS = new HashMap<>();

    @BeforeAll
    static void hold() {
        TENANTS.bind(Set.of());
        payers().forEach(payer -> HOLDINGS.put(payer, TENANTS.hold(payer)));
    }

    @AfterAll
    static void leave() {
        TENANTS.unregister();
    }

    private static Stream<String> payers() {
        return Tenants.SAMPLES.keySet().stream().sorted();
    }

    private static Holding of(String payer) {
        Holding holding = HOLDINGS.get(payer);
        assertThat(holding).isNotNull();
        return holding;
    }

    private static Stream<Arguments> pairs(List<Probe> probes) {
        return payers().flatMap(asker -> payers().filter(owner -> !owner.equals(asker))
                .flatMap(owner -> probes.stream().map(probe -> Arguments.of(asker, owner, probe))));
    }

    private static Stream<Arguments> own(List<Probe> probes) {
        return payers().flatMap(payer -> probes.stream().map(probe -> Arguments.of(payer, probe)));
    }

    static Stream<Arguments> clientPairs() {
        return pairs(ClientProbes.all());
    }

    static Stream<Arguments> clientsOwn() {
        return own(ClientProbes.all());
    }

    static Stream<Arguments> staffPairs() {
        return pairs(StaffProbes.all());
    }

    static Stream<Arguments> staffsOwn() {
        return own(StaffProbes.all());
    }

    private static Http.Answer asClient(String payer, Probe probe, Holding of) {
        TENANTS.bind(Set.of(payer));
        return TENANTS.asClient(probe.request().apply(of));
    }

    private static Http.Answer asStaff(String payer, Probe probe, Holding of) {
        return TENANTS.asStaff(payer, probe.request().apply(of));
    }

    /** Or else the refusals below would tell nothing. */
    @ParameterizedTest(name = "{0} asks for its own: {1}")
    @MethodSource("clientsOwn")
    void aClientGetsWhatIsOfItsPayer(String payer, Probe probe) {
        TENANTS.bind(Set.of(payer));
        Holding holding = probe.changes() ? TENANTS.hold(payer) : of(payer);
        Http.Answer answer = asClient(payer, probe, holding);
        assertThat(probe.found().test(answer, holding))
                .as(answer.status() + " " + answer.response().body())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} asks for {1}: {2}")
    @MethodSource("clientPairs")
    void aClientGetsNothingThatIsOfAnotherPayer(String asker, String owner, Probe probe) {
        Holding holding = of(owner);
        Map<String, Object> before = Tenants.rows(holding);
        Http.Answer answer = asClient(asker, probe, holding);
        isNothing(answer, probe, holding);
        assertThat(Tenants.rows(holding)).isEqualTo(before);
        if (!probe.second()) {
            isAsOfNothing(answer, asClient(asker, probe, holding.ghost()));
        }
    }

    @ParameterizedTest(name = "{0} asks for its own: {1}")
    @MethodSource("staffsOwn")
    void staffGetWhatIsOfTheirPayer(String payer, Probe probe) {
        Http.Answer answer = asStaff(payer, probe, of(payer));
        assertThat(probe.found().test(answer, of(payer)))
                .as(answer.status() + " " + answer.response().body())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} asks for {1}: {2}")
    @MethodSource("staffPairs")
    void staffGetNothingThatIsOfAnotherPayer(String asker, String owner, Probe probe) {
        Holding holding = of(owner);
        Map<String, Object> before = Tenants.rows(holding);
        Http.Answer answer = asStaff(asker, probe, holding);
        isNothing(answer, probe, holding);
        assertThat(Tenants.rows(holding)).isEqualTo(before);
        isAsOfNothing(answer, asStaff(asker, probe, holding.ghost()));
    }

    private static void isNothing(Http.Answer answer, Probe probe, Holding of) {
        assertThat(probe.found().test(answer, of))
                .as(answer.status() + " " + answer.response().body())
                .isFalse();
        assertThat(answer.response().body()).doesNotContain(of.secrets());
    }

    /** Whether something is there and not for this one, nobody can tell. */
    private static void isAsOfNothing(Http.Answer answer, Http.Answer ghost) {
        assertThat(answer.status()).isEqualTo(ghost.status());
        assertThat(masked(answer)).isEqualTo(masked(ghost));
    }

    private static String masked(Http.Answer answer) {
        return ID.matcher(answer.response().body()).replaceAll("");
    }

    static Stream<Arguments> ofAllPayers() {
        return Routes.mapped(ProductionServer.context()).stream()
                .filter(route -> route.matches("[A-Z]+ /(audit|admin)/.*"))
                .flatMap(route -> payers().map(payer -> Arguments.of(payer, route)));
    }

    @ParameterizedTest(name = "{0} asks for what is of all: {1}")
    @MethodSource("ofAllPayers")
    void whoWorksForOnePayerDoesNothingThatIsOfAll(String payer, String route) {
        for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.MEDICAL_DIRECTOR)) {
            String[] parts = route.split(" ");
            String cookie = ProductionServer.signIn("bound-" + payer, Set.of(payer), role);
            Request request = new Request(parts[0], parts[1], "", Map.of("Content-Type", "application/json"));
            assertThat(Tenants.send(request, parts[0], Map.of("Cookie", cookie)).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void everyEndpointIsSomewhereInThisTest() {
        Set<String> tested = new TreeSet<>();
        Stream.of(ClientProbes.all(), StaffProbes.all())
                .flatMap(List::stream)
                .forEach(probe -> tested.addAll(probe.routes()));
        Set<String> mapped = Routes.mapped(ProductionServer.context());
        assertThat(mapped).containsAll(tested);
        List<String> forgotten = new ArrayList<>(mapped);
        forgotten.removeAll(tested);
        forgotten.removeIf(
                route -> WITHOUT_TENANTS.keySet().stream().anyMatch(pattern -> Pattern.matches(pattern, route)));
        assertThat(forgotten).isEmpty();
    }
}
