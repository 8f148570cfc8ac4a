package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.clients.TestDoor.Passage;
import org.slf4j.LoggerFactory;

/** Tokens that are not good, in every way that we could think of: one answer to them all, and the reason in the log. */
class RefusedTokensTest {

    private final TestDoor door = new TestDoor(Trust.REQUIRED);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

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
        return (Logger) LoggerFactory.getLogger(CallerFilter.class);
    }

    static Stream<Arguments> tokens() {
        return Stream.of(BadForms.all(), BadKeys.all(), BadClaims.all()).flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("tokens")
    void answersNothingBut401(String name, String token, String reason) {
        isRefused(door.sign(token), reason);
    }

    @Test
    void answers401ToACallWithoutToken() {
        isRefused(door.call("POST", "/cds-services/order-sign", List.of()), "no-token");
    }

    @Test
    void answers401ToAnotherScheme() {
        isRefused(door.call("POST", "/cds-services/order-sign", List.of("Basic YTpi")), "malformed");
        isRefused(door.call("POST", "/cds-services/order-sign", List.of("DPoP " + token().sign())), "malformed");
        isRefused(door.call("POST", "/cds-services/order-sign", List.of(token().sign())), "malformed");
    }

    @Test
    void answers401ToTwoTokens() {
        List<String> two = List.of("Bearer " + token().sign(), "Bearer " + token().sign());
        isRefused(door.call("POST", "/cds-services/order-sign", two), "malformed");
    }

    @Test
    void answers401ToATokenThatWasUsed() {
        String token = token().sign();
        assertThat(door.sign(token).caller()).isPresent();
        isRefused(door.sign(token), "replayed");
    }

    @Test
    void answers401ToAnIdThatWasUsedEvenInAnotherToken() {
        String id = UUID.randomUUID().toString();
        assertThat(door.sign(token().claim("jti", id).sign()).caller()).isPresent();
        isRefused(door.sign(token().claim("jti", id).claim("sub", "another").signRsa()), "replayed");
    }

    @Test
    void answers503WhenItCanNotBeToldWhetherAGoodTokenIsNewAnd401ToABadOneStill() {
        door.breakDatabase();
        Passage passage = door.sign(token().sign());
        assertThat(passage.caller()).isEmpty();
        assertThat(passage.response().getStatus()).isEqualTo(503);
        assertThat(passage.response().getHeader("Retry-After")).isEqualTo("5");
        assertThat(passage.response().getContentAsByteArray()).isEmpty();
        assertThat(log.list.get(log.list.size() - 1).getFormattedMessage())
                .startsWith("A call was refused: store-unavailable (");
        isRefused(door.sign(token().issued(0).expires(7200).sign()), "lifetime");
    }

    @Test
    void doesNotForgetATokenBecauseAnotherOneWasRefused() {
        String refused = token().claim("jti", "one").issued(0).expires(7200).sign();
        isRefused(door.sign(refused), "lifetime");
        assertThat(door.sign(token().claim("jti", "one").sign()).caller()).isPresent();
    }

    @Test
    void isNotUpsetByAnythingInAHeader() {
        String names = "alg typ kid jku cty x5t x5t#S256 crit b64 jwk x5u x5c zip enc epk iss aud p2c svt nonce";
        for (String name : names.split(" ")) {
            for (Object value : Arrays.asList(null, "", "x", 1, 1.5, true, List.of(1), Map.of("a", List.of()))) {
                TestDoor.Passage passage = door.sign(token().header(name, value).sign());
                assertThat(passage.response().getStatus()).as(name + value).isIn(200, 401);
            }
        }
    }

    @Test
    void fetchesNothingThatATokenNames() {
        tokens().forEach(each -> door.sign((String) each.get()[1]));
        assertThat(door.fetched)
                .allSatisfy(url -> assertThat(url.toString()).isIn(TestToken.JWKS, TestDoor.DOWN + "/jwks"));
    }

    @Test
    void logsNothingThatCouldForgeALine() {
        door.sign(token().claim("iss", "a\r\nINFO All is well \u001b[0m " + "x".repeat(500))
                .sign());
        assertThat(log.list.get(0).getFormattedMessage()).matches("[\\x20-\\x7e]{20,200}");
    }

    private void isRefused(Passage passage, String reason) {
        assertThat(passage.caller()).isEmpty();
        assertThat(passage.response().getStatus()).isEqualTo(401);
        assertThat(passage.response().getContentAsByteArray()).isEmpty();
        assertThat(passage.response().getErrorMessage()).isNull();
        assertThat(passage.response().getHeaderNames()).containsExactlyInAnyOrder("WWW-Authenticate", "Content-Length");
        assertThat(passage.response().getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(passage.response().getHeader("Content-Length")).isEqualTo("0");
        String line = log.list.get(log.list.size() - 1).getFormattedMessage();
        assertThat(line).startsWith("A call was refused: " + reason + " (");
    }

    private static TestToken token() {
        return new TestToken();
    }
}
