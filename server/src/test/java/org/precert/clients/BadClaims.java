package org.precert.clients;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.precert.clients.TestToken.NOW;
import static org.precert.clients.TestToken.URL;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens that are truly signed, and say what they may not. */
final class BadClaims {

    private BadClaims() {}

    static Stream<Arguments> all() {
        return Stream.of(audiences(), times(), names()).flatMap(each -> each);
    }

    private static Stream<Arguments> audiences() {
        return Stream.of(
                arguments("no audience", token().noClaim("aud").sign(), "incomplete"),
                arguments(
                        "an empty list of audiences",
                        token().claim("aud", List.of()).sign(),
                        "incomplete"),
                arguments(
                        "an audience that is a number", token().claim("aud", 1).sign(), "incomplete"),
                arguments(
                        "a number among audiences",
                        token().claim("aud", List.of(URL, 1)).sign(),
                        "incomplete"),
                arguments(
                        "audiences in an object",
                        token().claim("aud", Map.of("a", URL)).sign(),
                        "incomplete"),
                arguments("another service", audience("https://precert.example/cds-services/order-select"), "audience"),
                arguments("another server", audience("https://elsewhere.example/cds-services/order-sign"), "audience"),
                arguments("the server alone", audience("https://precert.example"), "audience"),
                arguments("a slash more", audience(URL + "/"), "audience"),
                arguments("the feedback of the service", audience(URL + "/feedback"), "audience"),
                arguments("a query more", audience(URL + "?a=b"), "audience"),
                arguments("http", audience(URL.replace("https", "http")), "audience"),
                arguments("capitals", audience("https://PRECERT.example/cds-services/order-sign"), "audience"),
                arguments("an audience of another client", audience("urn:clinic"), "audience"),
                arguments(
                        "several other audiences",
                        token().claim("aud", List.of("a", "b")).sign(),
                        "audience"));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                arguments("no exp", token().noClaim("exp").sign(), "incomplete"),
                arguments("exp null", token().claim("exp", null).sign(), "incomplete"),
                arguments("exp as text", token().claim("exp", "1781092800").sign(), "incomplete"),
                arguments("exp before time began", token().claim("exp", -1).sign(), "incomplete"),
                arguments("exp beyond all time", token().claim("exp", 1e300).sign(), "incomplete"),
                arguments(
                        "exp in milliseconds",
                        token().claim("exp", NOW.toEpochMilli() + 300_000).sign(),
                        "incomplete"),
                arguments("expired", token().issued(-300).expires(-60).sign(), "expired"),
                arguments(
                        "expired long ago",
                        token().issued(-86_400).expires(-86_100).sign(),
                        "expired"),
                arguments("no iat", token().noClaim("iat").sign(), "incomplete"),
                arguments("iat as text", token().claim("iat", "now").sign(), "incomplete"),
                arguments(
                        "issued in the future", token().issued(61).expires(300).sign(), "not-yet-valid"),
                arguments(
                        "nbf in the future",
                        token().claim("nbf", NOW.getEpochSecond() + 61).sign(),
                        "not-yet-valid"),
                arguments("nbf as text", token().claim("nbf", "now").sign(), "incomplete"),
                arguments(
                        "good for more than an hour",
                        token().issued(0).expires(3601).sign(),
                        "lifetime"),
                arguments(
                        "issued yesterday, for tomorrow",
                        token().issued(-86_400).expires(86_400).sign(),
                        "lifetime"),
                arguments(
                        "expired before it was issued",
                        token().issued(30).expires(20).sign(),
                        "lifetime"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                arguments("no tenant, where one is asked for", tenants().sign(), "tenant"),
                arguments(
                        "a tenant that is not registered",
                        tenants().claim("tenant", "west").sign(),
                        "tenant"),
                arguments(
                        "a tenant that is no text", tenants().claim("tenant", 1).sign(), "incomplete"),
                arguments("no jti", token().noClaim("jti").sign(), "incomplete"),
                arguments("an empty jti", token().claim("jti", "").sign(), "incomplete"),
                arguments("a jti that is a number", token().claim("jti", 7).sign(), "incomplete"),
                arguments(
                        "a jti that is too long",
                        token().claim("jti", "j".repeat(256)).sign(),
                        "jti"),
                arguments(
                        "a jti that no database keeps",
                        token().claim("jti", "a\u0000b").sign(),
                        "jti"));
    }

    private static TestToken token() {
        return new TestToken();
    }

    private static TestToken tenants() {
        return token().claim("iss", TestDoor.TENANTS);
    }

    private static String audience(String aud) {
        return token().claim("aud", aud).sign();
    }
}
