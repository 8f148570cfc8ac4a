package org.precert.tokens;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.precert.clients.TestToken.NOW;
import static org.precert.clients.TestToken.TOKEN_URL;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.precert.clients.BadForms;
import org.precert.clients.BadKeys;
import org.precert.clients.TestToken;

/** Assertions that count for nobody, and why. */
final class BadAssertions {

    private BadAssertions() {}

    static Stream<Arguments> all() {
        return Stream.of(
                        // An empty parameter is none, and told in another way.
                        BadForms.of(TestToken::assertion).filter(each -> !each.get()[1].equals("")),
                        BadKeys.of(TestToken::assertion),
                        issuers(),
                        audiences(),
                        times(),
                        ids())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> issuers() {
        return Stream.of(
                arguments("no issuer", good().noClaim("iss").sign(), "unknown-issuer"),
                arguments(
                        "a stranger",
                        good().claim("iss", "evil").claim("sub", "evil").sign(),
                        "unknown-issuer"),
                arguments(
                        "the issuer of CDS Hooks in place of the id",
                        good().claim("iss", TestToken.ISSUER)
                                .claim("sub", TestToken.ISSUER)
                                .sign(),
                        "unknown-issuer"),
                arguments(
                        "an id in capitals",
                        good().claim("iss", "Springfield")
                                .claim("sub", "Springfield")
                                .sign(),
                        "unknown-issuer"),
                arguments(
                        "an id with a space more",
                        good().claim("iss", "springfield ")
                                .claim("sub", "springfield ")
                                .sign(),
                        "unknown-issuer"),
                arguments(
                        "ids in a list",
                        good().claim("iss", List.of("springfield")).sign(),
                        "unknown-issuer"),
                arguments(
                        "another client's id",
                        good().claim("iss", "clinic").claim("sub", "clinic").sign(),
                        "unknown-key"),
                arguments("no subject", good().noClaim("sub").sign(), "subject"),
                arguments("another subject", good().claim("sub", "clinic").sign(), "subject"),
                arguments(
                        "the issuer of CDS Hooks as subject",
                        good().claim("sub", TestToken.ISSUER).sign(),
                        "subject"),
                arguments(
                        "a subject in capitals",
                        good().claim("sub", "SPRINGFIELD").sign(),
                        "subject"),
                arguments(
                        "subjects in a list",
                        good().claim("sub", List.of("springfield")).sign(),
                        "subject"),
                arguments("a subject that is null", good().claim("sub", null).sign(), "subject"));
    }

    private static Stream<Arguments> audiences() {
        return Stream.of(
                arguments("no audience", good().noClaim("aud").sign(), "incomplete"),
                arguments(
                        "no audience in a list", good().claim("aud", List.of()).sign(), "incomplete"),
                arguments("the server alone", audience("https://precert.example"), "audience"),
                arguments("another server", audience("https://elsewhere.example/oauth/token"), "audience"),
                arguments("http", audience(TOKEN_URL.replace("https", "http")), "audience"),
                arguments("a slash more", audience(TOKEN_URL + "/"), "audience"),
                arguments("a query more", audience(TOKEN_URL + "?a=b"), "audience"),
                arguments("a port more", audience(TOKEN_URL.replace("example/", "example:443/")), "audience"),
                arguments("capitals", audience("https://PRECERT.example/oauth/token"), "audience"),
                arguments("a FHIR base", audience("https://precert.example/pas/2.2.1/fhir"), "audience"),
                arguments("a service of CDS Hooks", audience(TestToken.URL), "audience"),
                arguments(
                        "other audiences in a list",
                        good().claim("aud", List.of("a", TestToken.URL)).sign(),
                        "audience"));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                arguments("no exp", good().noClaim("exp").sign(), "incomplete"),
                arguments("exp null", good().claim("exp", null).sign(), "incomplete"),
                arguments("exp as text", good().claim("exp", "1781092800").sign(), "incomplete"),
                arguments("exp before time began", good().claim("exp", -1).sign(), "incomplete"),
                arguments(
                        "exp in milliseconds",
                        good().claim("exp", NOW.toEpochMilli() + 300_000).sign(),
                        "incomplete"),
                arguments("expired", good().issued(-300).expires(-60).sign(), "expired"),
                arguments(
                        "expired long ago",
                        good().issued(-86_400).expires(-86_100).sign(),
                        "expired"),
                arguments(
                        "good for more than five minutes",
                        good().issued(0).expires(331).sign(),
                        "lifetime"),
                arguments(
                        "good for a quarter of an hour, as for CDS Hooks",
                        good().expires(900).sign(),
                        "lifetime"),
                arguments("good for an hour", good().expires(3600).sign(), "lifetime"),
                arguments("good for years", good().expires(100_000_000).sign(), "lifetime"),
                arguments("issued in the future", good().issued(61).expires(300).sign(), "not-yet-valid"),
                arguments("iat as text", good().claim("iat", "now").sign(), "incomplete"),
                arguments(
                        "nbf in the future",
                        good().claim("nbf", NOW.getEpochSecond() + 61).sign(),
                        "not-yet-valid"),
                arguments("nbf as text", good().claim("nbf", "now").sign(), "incomplete"));
    }

    private static Stream<Arguments> ids() {
        return Stream.of(
                arguments("no jti", good().noClaim("jti").sign(), "incomplete"),
                arguments("an empty jti", good().claim("jti", "").sign(), "incomplete"),
                arguments("a jti that is a number", good().claim("jti", 7).sign(), "incomplete"),
                arguments(
                        "a jti that is too long",
                        good().claim("jti", "j".repeat(256)).sign(),
                        "jti"),
                arguments(
                        "a jti that no database keeps",
                        good().claim("jti", "a\u0000b").sign(),
                        "jti"));
    }

    private static TestToken good() {
        return TestToken.assertion();
    }

    private static String audience(String aud) {
        return good().claim("aud", aud).sign();
    }
}
