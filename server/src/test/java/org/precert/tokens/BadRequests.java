package org.precert.tokens;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.precert.clients.TestToken;
import org.precert.testing.TokenRequest;

/** Requests for tokens that are signed as they should be, and wrong in another way; and by what name that is told. */
final class BadRequests {

    private static final String SCOPE = "system/Claim.c";

    private BadRequests() {}

    static Stream<Arguments> all() {
        return Stream.of(grants(), clients(), scopes(), forms()).flatMap(each -> each);
    }

    private static Stream<Arguments> grants() {
        return Stream.of(
                arguments("no grant_type", without("grant_type"), "invalid_request"),
                arguments("an empty grant_type", with("grant_type", ""), "invalid_request"),
                arguments("the grant of a password", with("grant_type", "password"), "unsupported_grant_type"),
                arguments("a code", with("grant_type", "authorization_code"), "unsupported_grant_type"),
                arguments("a refresh", with("grant_type", "refresh_token"), "unsupported_grant_type"),
                arguments("an implicit grant", with("grant_type", "implicit"), "unsupported_grant_type"),
                arguments(
                        "an assertion as grant",
                        with("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
                        "unsupported_grant_type"),
                arguments(
                        "an exchange of tokens",
                        with("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
                        "unsupported_grant_type"),
                arguments("capitals", with("grant_type", "CLIENT_CREDENTIALS"), "unsupported_grant_type"),
                arguments("a space more", with("grant_type", "client_credentials "), "unsupported_grant_type"));
    }

    private static Stream<Arguments> clients() {
        return Stream.of(
                arguments("no client_assertion", without("client_assertion"), "invalid_client"),
                arguments("an empty client_assertion", with("client_assertion", ""), "invalid_client"),
                arguments("no client_assertion_type", without("client_assertion_type"), "invalid_client"),
                arguments(
                        "SAML",
                        with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"),
                        "invalid_client"),
                arguments("the type without its name", with("client_assertion_type", "jwt-bearer"), "invalid_client"),
                arguments("the id of another client", with("client_id", "clinic"), "invalid_client"),
                arguments("an id in capitals", with("client_id", "Springfield"), "invalid_client"),
                arguments("a secret beside the assertion", with("client_secret", "secret"), "invalid_request"),
                arguments("a name and a password", with("username", "a") + "&password=b", "invalid_request"),
                arguments("a code beside the assertion", with("code", "x"), "invalid_request"));
    }

    private static Stream<Arguments> scopes() {
        return Stream.of(
                arguments("no scope", without("scope"), "invalid_scope"),
                arguments("an empty scope", with("scope", ""), "invalid_scope"),
                arguments("spaces", with("scope", "   "), "invalid_scope"),
                arguments("what is no scope", with("scope", "everything"), "invalid_scope"),
                arguments("scopes of people", with("scope", "openid fhirUser offline_access launch"), "invalid_scope"),
                arguments("a scope of a patient", with("scope", "patient/Claim.c"), "invalid_scope"),
                arguments("a scope of a user", with("scope", "user/Claim.c"), "invalid_scope"),
                arguments("a type that is not registered", with("scope", "system/Patient.r"), "invalid_scope"),
                arguments("letters that are not registered", with("scope", "system/Claim.ud"), "invalid_scope"),
                arguments("another client's scope", with("scope", "system/ExplanationOfBenefit.rs"), "invalid_scope"),
                arguments("letters in no order", with("scope", "system/Claim.rc"), "invalid_scope"),
                arguments("a scope with a query", with("scope", "system/Claim.r?status=active"), "invalid_scope"),
                arguments("scopes with commas", with("scope", "system/Claim.c,system/Claim.r"), "invalid_scope"),
                arguments("scopes with tabs", with("scope", "system/Claim.c\tsystem/Claim.r"), "invalid_scope"));
    }

    private static Stream<Arguments> forms() {
        return Stream.of(
                arguments("nothing", "", "invalid_request"),
                arguments("a grant twice", good() + "&grant_type=client_credentials", "invalid_request"),
                arguments("a scope twice", good() + "&scope=system%2FClaim.c", "invalid_request"),
                arguments("an assertion twice", good() + "&client_assertion=a.b.c", "invalid_request"),
                arguments("an unknown parameter twice", good() + "&x=1&x=2", "invalid_request"),
                arguments("half an escape", good() + "&x=%4", "invalid_request"),
                arguments("no escape", good() + "&x=%zz", "invalid_request"),
                arguments("more than is read", good() + "&x=" + "y".repeat(64 * 1024), "invalid_request"),
                arguments("JSON", "{\"grant_type\":\"client_credentials\"}", "invalid_request"));
    }

    static String good() {
        return with("a", "b");
    }

    private static String with(String name, String value) {
        Map<String, String> parameters =
                TokenRequest.parameters(SCOPE, TestToken.assertion().sign());
        parameters.put(name, value);
        return TokenRequest.body(parameters);
    }

    private static String without(String name) {
        Map<String, String> parameters =
                TokenRequest.parameters(SCOPE, TestToken.assertion().sign());
        parameters.remove(name);
        return TokenRequest.body(parameters);
    }
}
