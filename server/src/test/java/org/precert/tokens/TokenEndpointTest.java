package org.precert.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.audit.AuditEntry;
import org.precert.clients.ClientAssertions;
import org.precert.clients.TestToken;
import org.precert.storage.Sha256;
import org.precert.testing.TokenRequest;
import org.precert.tokens.TokenServer.Answer;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who gets a token, for what; and what everybody else is told, which is no more than RFC 6749 asks for. */
class TokenEndpointTest {

    /** Characters of a request, which are bytes. */
    private static final int MOST = 64 * 1024;

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static TokenServer server;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        server = new TokenServer(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ClientAssertions.class);
    }

    static Stream<Arguments> assertions() {
        return BadAssertions.all();
    }

    static Stream<Arguments> requests() {
        return BadRequests.all();
    }

    @Test
    void aTokenIsRecordedWithoutItself() {
        server.token("system/Subscription.s");
        assertThat(server.bean(TokenServer.Recorded.class)
                        .holds(new AuditEntry.TokenIssued("springfield", "system/Subscription.s")))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("assertions")
    void knowsNoClientBy(String name, String assertion, String reason) {
        HttpResponse<String> answer = ask("system/Claim.c", assertion);
        isRefused(answer, 401, "invalid_client");
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .startsWith("An assertion was refused: " + reason + " ("));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("requests")
    void givesNoTokenFor(String name, String body, String error) {
        int otherwise = body.length() > MOST ? 413 : 400;
        isRefused(server.ask(body), error.equals("invalid_client") ? 401 : otherwise, error);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencodedx",
                ""
            })
    void readsNothingButAForm(String type) {
        String header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        Answer answer = server.send("POST /oauth/token", header, BadRequests.good());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).hasToString("{\"error\":\"invalid_request\"}");
    }

    @Test
    void readsNothingOfTheAddress() {
        Answer answer = server.send("POST /oauth/token?" + BadRequests.good(), FORM, "");
        assertThat(answer.json()).hasToString("{\"error\":\"invalid_request\"}");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Basic c3ByaW5nZmllbGQ6eA==", "Bearer abc", "DPoP abc"})
    void takesNoSecondWayToSayWhoOneIs(String header) {
        Answer answer =
                server.send("POST /oauth/token", FORM + "Authorization: " + header + "\r\n", BadRequests.good());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json()).hasToString("{\"error\":\"invalid_client\"}");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void isPostedTo(String method) {
        // In this small server, what is not the endpoint is the service behind it.
        assertThat(server.send(method + " /oauth/token?" + BadRequests.good(), FORM, "")
                        .text())
                .doesNotContain("access_token");
    }

    @Test
    void anAssertionCountsOnce() {
        String assertion = TestToken.assertion().sign();
        assertThat(ask("system/Claim.c", assertion).statusCode()).isEqualTo(200);
        isRefused(ask("system/Claim.c", assertion), 401, "invalid_client");
    }

    @Test
    void anIdCountsOnceEvenWhereNoScopeWasGranted() {
        String id = "once-and-no-more";
        isRefused(ask("system/Patient.r", TestToken.assertion().claim("jti", id).sign()), 400, "invalid_scope");
        isRefused(ask("system/Claim.c", TestToken.assertion().claim("jti", id).signRsa()), 401, "invalid_client");
    }

    @Test
    void ofManyAtOnceOneIsTaken() {
        String assertion = TestToken.assertion().sign();
        List<Integer> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(each -> ask("system/Claim.c", assertion).statusCode())
                .toList();
        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 401);
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("ES384", TestToken.assertion().sign()),
                Arguments.of("RS384", TestToken.assertion().signRsa()),
                Arguments.of("no iat", TestToken.assertion().noClaim("iat").sign()),
                Arguments.of(
                        "the endpoint among audiences",
                        TestToken.assertion()
                                .claim("aud", List.of("x", TestToken.TOKEN_URL))
                                .sign()),
                Arguments.of(
                        "the registered jku",
                        TestToken.assertion().header("jku", TestToken.JWKS).sign()),
                Arguments.of(
                        "a clock that is ahead",
                        TestToken.assertion().issued(30).expires(330).sign()),
                Arguments.of(
                        "a clock that is behind",
                        TestToken.assertion().issued(-350).expires(-59).sign()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void givesATokenForFiveMinutesAtMost(String name, String assertion) throws JsonProcessingException {
        HttpResponse<String> answer = ask("system/Claim.c", assertion);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode token = new ObjectMapper().readTree(answer.body());
        assertThat(token.path("access_token").asText()).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.path("expires_in").asInt()).isEqualTo(300);
        assertThat(token.path("scope").asText()).isEqualTo("system/Claim.c");
    }

    @ParameterizedTest
    @CsvSource({
        "system/Claim.crs, system/Claim.crs",
        "system/Claim.read, system/Claim.read",
        "system/Claim.*, system/Claim.crs",
        "system/Claim.write, system/Claim.c",
        "system/Claim.cruds openid, system/Claim.crs",
        "system/*.r, system/Claim.r system/ClaimResponse.r system/Questionnaire.r system/Subscription.r"
    })
    void grantsWhatWasAskedForAndIsRegistered(String asked, String granted) throws JsonProcessingException {
        HttpResponse<String> answer = ask(asked, TestToken.assertion().sign());
        assertThat(new ObjectMapper().readTree(answer.body()).path("scope").asText())
                .isEqualTo(granted);
    }

    @Test
    void takesTheClientsOwnIdBeside() {
        assertThat(server.ask(BadRequests.good() + "&client_id=springfield").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesNoTokenToAClientThatIsRegisteredWithoutScopes() {
        String assertion = TestToken.assertion()
                .claim("iss", "tenants")
                .claim("sub", "tenants")
                .sign();
        isRefused(ask("system/Claim.c", assertion), 400, "invalid_scope");
    }

    @Test
    void keepsNoTokenButItsHash() {
        String token = server.token("system/Claim.c");
        String kept = server.bean(JdbcTemplate.class)
                .queryForList("select * from access_token")
                .toString();
        assertThat(kept).doesNotContain(token).contains(Sha256.hex(token));
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains(token));
    }

    private static HttpResponse<String> ask(String scope, String assertion) {
        return server.ask(TokenRequest.body(TokenRequest.parameters(scope, assertion)));
    }

    private static void isRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }
}
