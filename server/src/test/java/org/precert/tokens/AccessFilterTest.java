package org.precert.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.Scopes;
import org.precert.clients.TestClient;
import org.precert.clients.TestClock;
import org.precert.clients.TestToken;
import org.precert.requirements.PasRequirement;
import org.precert.storage.Sha256;
import org.precert.testing.TokenRequest;
import org.precert.tokens.TokenServer.Answer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an access token opens, door by door, and what opens nothing. */
class AccessFilterTest {

    private static final String SUBMIT = "/pas/2.2.1/fhir/Claim/$submit";

    private static TokenServer server;

    @BeforeAll
    static void start() {
        server = new TokenServer(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Of the client that may ask for everything. */
    private static String token(String scope) {
        String assertion = server.assertion()
                .claim("iss", "offline")
                .claim("sub", "offline")
                .sign();
        return TokenRequest.to(TokenServer.HTTP, server.address(), scope, assertion);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /pas/2.2.1/fhir/Claim/$submit, Claim.c, Claim.ruds",
        "POST, /pas/2.0.1/fhir/Claim/$submit, Claim.write, Claim.read",
        "POST, /pas/2.2.1/fhir/Claim/$inquire, Claim.r, Claim.cud",
        "POST, /pas/2.0.1/fhir/Claim/$inquire, Claim.s, ClaimResponse.rs",
        "POST, /pas/2.2.1/fhir/Claim/%24inquire, Claim.r, Claim.cud",
        "POST, /pas/2.2.1/fhir/$submit-attachment, Claim.u, Claim.rds",
        "POST, /pas/2.0.1/fhir/Claim/$submit-attachment, Claim.c, DocumentReference.c",
        "GET, /pas/2.2.1/fhir/ClaimResponse/1, ClaimResponse.r, ClaimResponse.cuds",
        "GET, /pas/2.2.1/fhir/ClaimResponse/1, ClaimResponse.read, Claim.cruds",
        "POST, /pas/2.2.1/fhir/Subscription, Subscription.c, Subscription.ruds",
        "GET, /pas/2.2.1/fhir/Subscription, Subscription.s, Subscription.crud",
        "GET, /pas/2.2.1/fhir/Subscription/1, Subscription.r, Subscription.cuds",
        "PUT, /pas/2.2.1/fhir/Subscription/1, Subscription.u, Subscription.crds",
        "DELETE, /pas/2.2.1/fhir/Subscription/1, Subscription.d, Subscription.crus",
        "GET, /pas/2.2.1/fhir/Subscription/1/$status, Subscription.r, Subscription.cuds",
        "POST, /pas/2.0.1/fhir/Subscription/1/$events, Subscription.r, Subscription.c",
        "POST, /fhir/Questionnaire/$questionnaire-package, Questionnaire.r, Questionnaire.cud",
        "POST, /fhir/$questionnaire-package, Questionnaire.s, QuestionnaireResponse.cruds",
        "POST, /dtr/2.0/fhir/Questionnaire/$questionnaire-package, Questionnaire.r, Claim.cruds",
        "POST, /dtr/2.2/fhir/$questionnaire-package, Questionnaire.read, Questionnaire.write",
        "POST, /dtr/2.2/fhir/Questionnaire/$next-question, Questionnaire.r, Library.rs",
        "POST, /fhir/Questionnaire/$next-question/Questionnaire/$next-question, Questionnaire.r, ValueSet.rs",
        "POST, /fhir/Questionnaire/$populate, Questionnaire.r, Patient.rs",
        "POST, /dtr/2.0/fhir/Questionnaire/$gap-report, Questionnaire.r, Questionnaire.c",
        "POST, /fhir/Questionnaire/$log-questionnaire-errors, Questionnaire.r, Questionnaire.u",
        "GET, /fhir/ValueSet/$expand, ValueSet.r, ValueSet.cud",
        "POST, /dtr/2.2/fhir/ValueSet/$expand, ValueSet.s, Questionnaire.rs",
        "GET, /fhir/ValueSet/$validate-code, ValueSet.r, CodeSystem.rs",
        "GET, /fhir/Questionnaire, Questionnaire.s, Questionnaire.r",
        "GET, /fhir/Library/x, Library.r, Library.s",
        "GET, /fhir/Library/x/_history/1, Library.r, Library.s",
        "POST, /fhir/ValueSet/_search, ValueSet.s, ValueSet.r",
        "GET, /fhir?_getpages=1, Library.s, Claim.cruds",
        "GET, /patient-access/fhir/ExplanationOfBenefit, ExplanationOfBenefit.s, ExplanationOfBenefit.r",
        "POST, /patient-access/fhir/ExplanationOfBenefit/_search, ExplanationOfBenefit.s, Claim.cruds",
        "GET, /patient-access/fhir/ExplanationOfBenefit/1, ExplanationOfBenefit.r, ExplanationOfBenefit.s"
    })
    void aDoorOpensToItsScopeAndToNoOther(String method, String path, String enough, String tooLittle) {
        assertThat(server.call(method, path, token("system/" + enough)).body()).isEqualTo("reached by offline");
        assertThat(server.call(method, path, token("system/*.cruds")).status()).isEqualTo(200);
        Answer refused = server.call(method, path, token("system/" + tooLittle));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer error=\"insufficient_scope\", scope=\"");
        assertThat(refused.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(refused.json().at("/issue/0/details/text").asText()).isEqualTo("insufficient_scope");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /pas/2.2.1/fhir/Claim/$submit",
        "PUT, /pas/2.2.1/fhir/Claim/$submit",
        "POST, /pas/2.2.1/fhir/Claim",
        "GET, /pas/2.2.1/fhir/Claim/1",
        "POST, /pas/2.1.0/fhir/Claim/$submit",
        "POST, /pas/2.2.1/fhir",
        "POST, /pas/2.2.1/fhir/metadata",
        "GET, /pas/2.2.1/fhir/Patient/1",
        "PATCH, /pas/2.2.1/fhir/Subscription/1",
        "DELETE, /pas/2.2.1/fhir/Subscription",
        "GET, /pas/2.2.1/fhir/ClaimResponse",
        "PUT, /pas/2.2.1/fhir/ClaimResponse/1",
        "POST, /fhir/ValueSet",
        "PUT, /fhir/Library/x",
        "DELETE, /fhir/Questionnaire/x",
        "GET, /fhir/Questionnaire/$meta",
        "GET, /fhir/ValueSet/_history",
        "GET, /fhir/ValueSet/x/$expand",
        "POST, /fhir?_getpages=1",
        "POST, /dtr/2.1/fhir/Questionnaire/$populate",
        "GET, /dtr/2.2/fhir/Questionnaire/$populate",
        "GET, /patient-access/fhir/Coverage",
        "POST, /patient-access/fhir/ExplanationOfBenefit",
        "POST, /pas/2.2.1/fhir/Claim/$submit/",
        "POST, //pas/2.2.1/fhir/Claim/$submit",
        "POST, /pas/2.2.1/fhir/Claim;a=b/$submit",
        "POST, /pas/2.2.1/fhir/Claim/$submit;a=b",
        "POST, /pas/2.2.1/fhir/Claim/./$submit",
        "POST, /pas/2.2.1/fhir/Claim/$inquire/../$submit",
        "POST, /pas/2.2.1/fhir/Claim/$inquire;/../$submit"
    })
    void whatIsInNoTableIsForNobody(String method, String path) {
        Answer refused = server.call(method, path, token("system/*.cruds"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    static Stream<Arguments> noTokens() {
        String good = server.token("system/Claim.c");
        return Stream.of(
                Arguments.of("a word", "Bearer token"),
                Arguments.of("nothing", "Bearer"),
                Arguments.of("another scheme", "Basic " + good),
                Arguments.of("DPoP", "DPoP " + good),
                Arguments.of("no scheme", good),
                Arguments.of("a token that was never given", "Bearer " + "A".repeat(43)),
                Arguments.of("the token without its end", "Bearer " + good.substring(0, 42)),
                Arguments.of("the token and more", "Bearer " + good + "A"),
                Arguments.of("padding", "Bearer " + good + "="),
                Arguments.of("two tokens in one", "Bearer " + good + " " + good),
                Arguments.of("two tokens with a comma", "Bearer " + good + ", Bearer " + good),
                Arguments.of("the token in capitals", "Bearer " + good.toUpperCase(Locale.ROOT)),
                Arguments.of("the hash of the token", "Bearer " + Sha256.hex(good)),
                Arguments.of("quotes", "Bearer \"" + good + "\""),
                Arguments.of("what a database could take for more", "Bearer ' or ''='"),
                Arguments.of("an assertion", "Bearer " + TestToken.assertion().sign()),
                Arguments.of(
                        "an assertion for the door",
                        "Bearer "
                                + TestToken.assertion()
                                        .claim("aud", "https://precert.example" + SUBMIT)
                                        .sign()),
                Arguments.of("a token of CDS Hooks for this call", TestClient.authorization(SUBMIT, TestToken.NOW)),
                Arguments.of("the id of a client", "Bearer springfield"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noTokens")
    @PasRequirement({"own@json-401", "priv-3"})
    void aDoorStaysShutTo(String name, String authorization) {
        Answer answer = server.send("POST " + SUBMIT, "Authorization: " + authorization + "\r\n");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().at("/issue/0/code").asText()).isEqualTo("login");
    }

    @Test
    void aTokenCountsInItsHeaderAlone() {
        String token = server.token("system/Claim.c");
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        assertThat(server.send("POST " + SUBMIT + "?access_token=" + token, form)
                        .status())
                .isEqualTo(401);
        assertThat(server.send("POST " + SUBMIT, form, "access_token=" + token).status())
                .isEqualTo(401);
        assertThat(server.send("POST " + SUBMIT, "Cookie: access_token=" + token + "\r\n")
                        .status())
                .isEqualTo(401);
        String header = "Authorization: Bearer " + token + "\r\n";
        assertThat(server.send("POST " + SUBMIT, header + header).status()).isEqualTo(401);
        assertThat(server.send("POST " + SUBMIT, header).status()).isEqualTo(200);
    }

    @Test
    void whoBringsNoTokenIsToldThatOneIsNeeded() {
        Answer answer = server.call("POST", SUBMIT, "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenIsGoodForManyCallsAndForFiveMinutes() {
        TestClock clock = server.bean(TestClock.class);
        String token = server.token("system/Claim.c");
        clock.pass(299);
        assertThat(server.call("POST", SUBMIT, token).status()).isEqualTo(200);
        assertThat(server.call("POST", SUBMIT, token).status()).isEqualTo(200);
        clock.pass(1);
        assertThat(server.call("POST", SUBMIT, token).status()).isEqualTo(401);
        clock.pass(-300);
    }

    @Test
    void whatIsRevokedIsRefusedAtOnce() {
        String token = server.token("system/Claim.c");
        assertThat(server.call("POST", SUBMIT, token).status()).isEqualTo(200);
        server.bean(AccessTokens.class).changed("springfield");
        assertThat(server.call("POST", SUBMIT, token).status()).isEqualTo(401);
    }

    @Test
    void whatExpiredLongAgoIsSweptAway() {
        TestClock clock = server.bean(TestClock.class);
        JdbcTemplate jdbc = server.bean(JdbcTemplate.class);
        AccessTokens tokens = new AccessTokens(jdbc, clock, Runnable::run);
        AccessToken token = new AccessToken("nobody", Scopes.NONE, "");
        tokens.issue(token);
        clock.pass(601);
        tokens.issue(token);
        assertThat(jdbc.queryForObject("select count(*) from access_token where client = 'nobody'", Integer.class))
                .isOne();
        clock.pass(-601);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/smart-configuration",
                "/fhir/.well-known/smart-configuration",
                "/dtr/2.0/fhir/.well-known/smart-configuration",
                "/dtr/2.2/fhir/.well-known/smart-configuration",
                "/pas/2.0.1/fhir/.well-known/smart-configuration",
                "/pas/2.2.1/fhir/.well-known/smart-configuration",
                "/patient-access/fhir/.well-known/smart-configuration"
            })
    void everyBaseTellsWhereATokenIsToBeHad(String path) {
        Answer answer = server.call("GET", path, "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_endpoint").asText()).isEqualTo(TestToken.TOKEN_URL);
        assertThat(answer.json().path("grant_types_supported")).hasToString("[\"client_credentials\"]");
        assertThat(answer.json().path("token_endpoint_auth_methods_supported")).hasToString("[\"private_key_jwt\"]");
        assertThat(answer.json().path("token_endpoint_auth_signing_alg_values_supported"))
                .hasToString("[\"RS384\",\"ES384\"]");
        assertThat(answer.json().path("capabilities").toString())
                .contains("client-confidential-asymmetric", "permission-v2");
        assertThat(answer.json()
                        .path("tls_client_certificate_bound_access_tokens")
                        .asBoolean())
                .isFalse();
        assertThat(server.call("POST", path, "").status()).isIn(200, 401, 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pas/2.2.1/fhir/.well-known/smart-configuration/x",
                "/pas/2.2.1/fhir/x/.well-known/smart-configuration",
                "/pas/2.2.1/fhir/metadata/..",
                "/pas/2.2.1/fhir/metadata;/../Subscription",
                "/pas/2.2.1/fhir/Subscription/metadata",
                "/patient-access/fhir/ExplanationOfBenefit/.well-known/smart-configuration",
                "/dtr/2.2/fhir/metadata"
            })
    void nothingElseIsForEverybody(String path) {
        assertThat(server.call("GET", path, "").status()).isIn(400, 401);
    }

    @Test
    void itIsToldWhenItCanNotBeToldWhoCalls() {
        try (TokenServer broken = new TokenServer(Map.of())) {
            String token = broken.token("system/Claim.c");
            broken.bean(JdbcTemplate.class).execute("drop table access_token");
            Answer answer = broken.call("POST", SUBMIT, token);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.body()).isEmpty();
            assertThat(broken.ask(BadRequests.good()).statusCode()).isEqualTo(503);
            broken.bean(JdbcTemplate.class).execute("drop table seen_token");
            assertThat(broken.ask(BadRequests.good()).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void inADemonstrationABadTokenIsNobodysAndAGoodOneDoesWhatItMay() {
        try (TokenServer demo = new TokenServer(Map.of("spring.profiles.active", "demo"))) {
            assertThat(demo.call("POST", SUBMIT, "").body()).isEqualTo("reached by anybody");
            assertThat(demo.call("POST", SUBMIT, "A".repeat(43)).body()).isEqualTo("reached by anybody");
            assertThat(demo.call("POST", SUBMIT, demo.token("system/Claim.c")).body())
                    .isEqualTo("reached by springfield");
            assertThat(demo.call("POST", SUBMIT, demo.token("system/Claim.r")).status())
                    .isEqualTo(403);
        }
    }
}
