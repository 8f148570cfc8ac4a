package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class StartGuardTest {

    private static final String PRODUCTION = "spring.profiles.active=production";
    private static final String DEMO = "spring.profiles.active=demo";
    private static final String HTTPS = "precert.base-url=https://precert.example";
    private static final String HTTP = "precert.base-url=http://localhost:8080";

    private final WebApplicationContextRunner server = new WebApplicationContextRunner()
            .withUserConfiguration(ClientsConfiguration.class)
            .withBean(
                    JdbcTemplate.class,
                    () -> TestDoor.database(UUID.randomUUID().toString()))
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void startsForADemonstrationWithTrustOff() {
        isStarted(Trust.OFF, DEMO, HTTP);
        isStarted(Trust.OFF, DEMO, HTTP, "precert.trust=off");
    }

    @Test
    void startsForADemonstrationWithTrustRequired() {
        isStarted(Trust.REQUIRED, DEMO, HTTP, "precert.trust=required");
    }

    @Test
    void startsInProductionWithTrustRequired() {
        isStarted(Trust.REQUIRED, PRODUCTION, HTTPS);
        isStarted(Trust.REQUIRED, "spring.profiles.active=production,other", HTTPS, "precert.trust=required");
    }

    @Test
    void startsWithoutClientsAndWarns(CapturedOutput output) {
        isStarted(Trust.REQUIRED, PRODUCTION, HTTPS);
        assertThat(output).contains("WARN").contains("No client is registered in precert.clients");
    }

    @Test
    void startsInNeitherProfileNever() {
        isRefused("not neither", HTTPS);
        isRefused("not neither", "spring.profiles.active=other", HTTPS, "precert.trust=required");
        isRefused("not neither", "spring.profiles.active=prod", HTTPS, "precert.trust=off");
    }

    @Test
    void startsInBothProfilesNever() {
        isRefused("not both", "spring.profiles.active=demo,production", HTTPS);
    }

    @Test
    void startsWithoutTrustInTheDemoProfileAlone() {
        isRefused("precert.trust can be off in the demo profile alone", PRODUCTION, HTTPS, "precert.trust=off");
    }

    @Test
    void readsOffAsYamlDoes() {
        assertThat(TestDoor.bound(Map.of("precert.trust", false)).trust()).isEqualTo(Trust.OFF);
    }

    @Test
    void startsWithNoTrustThatIsUnknown() {
        server.withPropertyValues(PRODUCTION, HTTPS, "precert.trust=maybe")
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://precert.example",
                "http://localhost:8080",
                "https://precert.example/",
                "https://precert.example?a",
                "https://a@precert.example",
                "precert.example",
                ""
            })
    void startsInProductionWithAPublicHttpsAddressAlone(String address) {
        isRefused("precert.base-url must be the https address", PRODUCTION, "precert.base-url=" + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "on", "yes", "off", "no", "0", "", "False"})
    void opensNothingInProductionWhateverTheWord(String word) {
        for (String opened : List.of(
                "precert.demo",
                "precert.reviews.open",
                "precert.fhir.open",
                "precert.fhir.writable",
                "spring.h2.console.enabled")) {
            isRefused(opened + " must be false", PRODUCTION, HTTPS, opened + "=" + word);
            isStarted(Trust.REQUIRED, PRODUCTION, HTTPS, opened + "=false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.endpoints.web.exposure.include=*",
                "management.endpoints.web.exposure.include=health,metrics",
                "management.endpoints.web.exposure.include=health,prometheus",
                "management.endpoints.web.exposure.include[0]=env",
                "management.endpoint.health.show-details=always",
                "management.endpoint.health.show-components=always"
            })
    void showsWhatOperatorsSeeAtAPortOfItsOwnAlone(String setting) {
        isRefused("management.endpoint", PRODUCTION, HTTPS, setting);
        isRefused("management.endpoint", PRODUCTION, HTTPS, setting, "management.server.port=8080");
        isRefused("management.endpoint", PRODUCTION, HTTPS, setting, "server.port=8443", "management.server.port=8443");
        isStarted(Trust.REQUIRED, PRODUCTION, HTTPS, setting, "management.server.port=9090");
        isStarted(Trust.OFF, DEMO, HTTP, setting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "precert.staff.one.key-sha256=fd482b4bed004b025a2ca2a4e17bbd75e5d51933081a7a5ddae2a52598140773",
                "precert.staff.one.name=One"
            })
    void signsStaffInByKeysOfTheSettingsInTheDemoProfileAlone(String setting) {
        isRefused("precert.staff is the sign-in of the demo profile alone", PRODUCTION, HTTPS, setting);
        isStarted(Trust.OFF, DEMO, HTTP, setting);
    }

    @Test
    void startsWithNoHalfOfAProvider() {
        isRefused("precert.sign-in.issuer must be there", PRODUCTION, HTTPS, "precert.sign-in.client-id=precert");
        isRefused("precert.sign-in.issuer must be there", PRODUCTION, HTTPS, "precert.sign-in.roles.auditor=a");
    }

    @Test
    void startsWithNoClientThatIsPromisedWhatIsNotServed() {
        Clients clients = new Clients(List.of(new Registration(
                new Client(
                        "ehr",
                        Set.of(),
                        List.of(),
                        false,
                        Set.of("typo"),
                        Optional.of("2.1"),
                        true,
                        DtrSettings.USUAL,
                        PasSettings.USUAL),
                new ListedKeys(SigningKeys.NONE),
                Optional.empty(),
                Set.of(),
                Set.of())));
        assertThatThrownBy(() -> clients.require("acme"::equals, "2.0"::equals))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the payer 'typo'")
                .hasMessageContaining("the crd-version 2.1");
        clients.require("typo"::equals, "2.1"::equals);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        isRefused("; precert.base-url must", PRODUCTION, HTTP, "precert.trust=off");
    }

    @Test
    void isRefusedBeforeADatabaseIsOpened() {
        new WebApplicationContextRunner()
                .withUserConfiguration(ClientsConfiguration.class)
                .withBean(JdbcTemplate.class, () -> {
                    throw new AssertionError("The database is opened");
                })
                .withBean(Clock.class, Clock::systemUTC)
                .run(context -> assertThat(context).getFailure().isInstanceOf(StartRefused.class));
    }

    @Test
    void stopsForAClientThatIsConfiguredBadly() {
        server.withPropertyValues(PRODUCTION, HTTPS, "precert.clients[0].id=ehr")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("the client 'ehr' has no issuers"));
    }

    @Test
    void registersAClientWhoseKeysCanBeFetched() {
        server.withBean(KeyFetch.class, () -> url -> Optional.empty())
                .withPropertyValues(
                        PRODUCTION,
                        HTTPS,
                        "precert.clients[0].id=ehr",
                        "precert.clients[0].issuers=https://ehr.example",
                        "precert.clients[0].jwks-url=https://ehr.example/jwks")
                .run(context -> assertThat(context.getBean(Clients.class).byIssuer("https://ehr.example"))
                        .isPresent());
    }

    private void isStarted(Trust trust, String... properties) {
        server.withPropertyValues(properties).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(Trust.in(context.getEnvironment(), context.getBean(ClientsProperties.class)))
                    .isEqualTo(trust);
        });
    }

    private void isRefused(String message, String... properties) {
        server.withPropertyValues(properties)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(message));
    }
}
