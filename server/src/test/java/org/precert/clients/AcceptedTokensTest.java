package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.precert.clients.TestToken.NOW;
import static org.precert.clients.TestToken.URL;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.clients.Caller.Anybody;
import org.precert.clients.Caller.Registered;

class AcceptedTokensTest {

    private final TestDoor door = new TestDoor(Trust.REQUIRED);

    static Stream<Arguments> tokens() {
        long now = NOW.getEpochSecond();
        return Stream.of(
                arguments("ES384", token().sign(), "springfield"),
                arguments("RS384", token().signRsa(), "springfield"),
                arguments("no typ", token().noHeader("typ").sign(), "springfield"),
                arguments(
                        "the registered jku",
                        token().header("jku", TestToken.JWKS).sign(),
                        "springfield"),
                arguments(
                        "the service among audiences",
                        token().claim("aud", List.of("x", URL)).sign(),
                        "springfield"),
                arguments(
                        "an audience that was agreed on",
                        token().claim("iss", TestDoor.CLINIC)
                                .claim("aud", "urn:clinic")
                                .header("kid", "ec-other")
                                .sign(TestKeys.EC_OF_THE_OTHER_CLIENT, "SHA384withECDSAinP1363Format"),
                        "clinic"),
                arguments(
                        "keys in the configuration",
                        token().claim("iss", TestDoor.OFFLINE).sign(),
                        "offline"),
                arguments(
                        "keys in the configuration, and the registered jku",
                        token().claim("iss", TestDoor.OFFLINE)
                                .header("jku", TestDoor.OFFLINE + "/jwks")
                                .sign(),
                        "offline"),
                arguments(
                        "one of the tenants",
                        token().claim("iss", TestDoor.TENANTS)
                                .claim("tenant", "south")
                                .sign(),
                        "tenants"),
                arguments(
                        "a tenant where none is asked for",
                        token().claim("tenant", "any").sign(),
                        "springfield"),
                arguments(
                        "as Epic sends it",
                        token().header("jku", TestToken.JWKS)
                                .claim("sub", "c1b2")
                                .claim("nbf", now - 300)
                                .issued(0)
                                .expires(900)
                                .signRsa(),
                        "springfield"),
                arguments("good for an hour", token().issued(0).expires(3600).sign(), "springfield"),
                arguments(
                        "issued by a clock that is ahead",
                        token().issued(60).expires(300).sign(),
                        "springfield"),
                arguments(
                        "nbf of a clock that is ahead",
                        token().claim("nbf", now + 60).sign(),
                        "springfield"),
                arguments(
                        "expired by a clock that is behind",
                        token().issued(-300).expires(-59).sign(),
                        "springfield"),
                arguments("parts of seconds", token().claim("iat", now + 0.25).sign(), "springfield"),
                arguments(
                        "a jti as long as may be",
                        token().claim("jti", "j".repeat(255)).sign(),
                        "springfield"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void letsIn(String name, String token, String client) {
        TestDoor.Passage passage = door.sign(token);
        assertThat(passage.response().getStatus()).isEqualTo(200);
        assertThat(passage.caller().map(AcceptedTokensTest::id)).contains(client);
    }

    @Test
    void readsTheSchemeInSmallLetters() {
        List<String> header = List.of("bearer " + token().sign());
        assertThat(door.call("POST", "/cds-services/order-sign", header).caller())
                .isPresent();
    }

    @Test
    void takesFeedbackForItsOwnUrl() {
        String path = "/cds-services/order-sign/feedback";
        String token = token().claim("aud", URL + "/feedback").sign();
        assertThat(door.call("POST", path, List.of("Bearer " + token)).caller()).isPresent();
        assertThat(door.call("POST", path, List.of("Bearer " + token().sign())).caller())
                .isEmpty();
    }

    @Test
    void takesTheSameIdFromAnotherIssuer() {
        assertThat(door.sign(token().claim("jti", "1").sign()).caller()).isPresent();
        String other = token().claim("jti", "1").claim("iss", TestDoor.OFFLINE).sign();
        assertThat(door.sign(other).caller()).isPresent();
    }

    @Test
    void asksNobodyForDiscovery() {
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            assertThat(door.call(method, "/cds-services", List.of()).response().getStatus())
                    .isEqualTo(200);
        }
        assertThat(door.call("OPTIONS", "/cds-services/order-sign", List.of())
                        .response()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void asksEverybodyForEverythingElse() {
        for (String method : List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "POST")) {
            assertThat(door.call(method, "/cds-services/order-sign", List.of())
                            .response()
                            .getStatus())
                    .isEqualTo(401);
        }
    }

    @Test
    void answersAnybodyWhereTrustIsOff() {
        TestDoor demo = new TestDoor(Trust.OFF);
        assertThat(demo.call("POST", "/cds-services/order-sign", List.of()).caller())
                .contains(new Anybody());
        assertThat(demo.sign(token().claim("iss", "https://sandbox.cds-hooks.org")
                                .sign())
                        .caller())
                .contains(new Anybody());
        assertThat(demo.sign("nonsense").caller()).contains(new Anybody());
    }

    @Test
    void knowsARegisteredClientWhereTrustIsOffAsWell() {
        TestDoor demo = new TestDoor(Trust.OFF);
        String token = token().sign();
        assertThat(demo.sign(token).caller().map(AcceptedTokensTest::id)).contains("springfield");
        assertThat(demo.sign(token).caller()).contains(new Anybody());
    }

    private static String id(Caller caller) {
        return Optional.of(caller)
                .filter(Registered.class::isInstance)
                .map(Registered.class::cast)
                .map(registered -> registered.client().id())
                .orElse("anybody");
    }

    private static TestToken token() {
        return new TestToken();
    }
}
