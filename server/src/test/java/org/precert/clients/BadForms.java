package org.precert.clients;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.precert.clients.TestToken.encoded;

import com.nimbusds.jose.JOSEException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens that are none, or whose header says what it may not. */
public final class BadForms {

    private static final String ES384 = "SHA384withECDSAinP1363Format";

    private final Supplier<TestToken> good;

    private BadForms(Supplier<TestToken> good) {
        this.good = good;
    }

    static Stream<Arguments> all() {
        return of(TestToken::new);
    }

    /** @param good one that would be accepted */
    public static Stream<Arguments> of(Supplier<TestToken> good) {
        BadForms forms = new BadForms(good);
        return Stream.of(forms.form(), forms.algorithms(), forms.headers()).flatMap(each -> each);
    }

    private Stream<Arguments> form() {
        String good = token().sign();
        String body = good.substring(0, good.lastIndexOf('.'));
        return Stream.of(
                arguments("no token at all", "", "malformed"),
                arguments("a word", "token", "malformed"),
                arguments("two parts", body, "malformed"),
                arguments("an empty signature", body + ".", "malformed"),
                arguments("five parts, as of an encrypted one", good + ".a.b", "malformed"),
                arguments("padding", good + "=", "malformed"),
                arguments("a line break within", good.replaceFirst("\\.", ".\n"), "malformed"),
                arguments("text after the token", good + " more", "malformed"),
                arguments(
                        "more than 16 KiB",
                        token().claim("pad", "x".repeat(16_000)).sign(),
                        "malformed"),
                arguments("a header that is no JSON", token().signHeader("alg=ES384"), "malformed"),
                arguments("a header that is an array", token().signHeader("[\"ES384\"]"), "malformed"),
                arguments("claims that are no JSON", token().signClaims("iss=me"), "malformed"),
                arguments("claims that are an array", token().signClaims("[]"), "malformed"),
                arguments("claims that are null", token().signClaims("null"), "malformed"),
                arguments("claims deeper than any", token().signClaims("[".repeat(9_000)), "malformed"),
                arguments("text after the claims", token().signClaims(token().claimsText() + "{}"), "malformed"),
                arguments(
                        "alg twice", token().signHeader(twice(token().headerText(), "\"alg\":\"none\"")), "malformed"),
                arguments("aud twice", token().signClaims(twice(token().claimsText(), "\"aud\":\"x\"")), "malformed"),
                arguments("exp twice", token().signClaims(twice(token().claimsText(), "\"exp\":1")), "malformed"),
                arguments(
                        "a key twice within a claim",
                        token().signClaims(twice(token().claimsText(), "\"a\":{\"b\":1,\"b\":2}")),
                        "malformed"),
                arguments("claims of no encoding", encoded(token().headerText()) + ".A." + encoded("x"), "malformed"));
    }

    private Stream<Arguments> algorithms() {
        String none = token().header("alg", "none").sign();
        return Stream.of(
                arguments("alg none without signature", none.substring(0, none.lastIndexOf('.') + 1), "malformed"),
                arguments("alg none with signature", none, "algorithm"),
                arguments("alg nOnE", token().header("alg", "nOnE").sign(), "algorithm"),
                arguments("no alg", token().noHeader("alg").sign(), "algorithm"),
                arguments("alg null", token().header("alg", null).sign(), "algorithm"),
                arguments("alg in small letters", token().header("alg", "es384").sign(), "algorithm"),
                arguments(
                        "alg in a list", token().header("alg", List.of("ES384")).sign(), "algorithm"),
                arguments("HS256 by the public key", hmac("HS256", "HmacSHA256"), "algorithm"),
                arguments("HS384 by the public key", hmac("HS384", "HmacSHA384"), "algorithm"),
                arguments("RS256", rsa("RS256").sign(TestKeys.RSA, "SHA256withRSA"), "algorithm"),
                arguments("RS512", rsa("RS512").sign(TestKeys.RSA, "SHA512withRSA"), "algorithm"),
                arguments("PS384", rsa("PS384").sign(TestKeys.RSA, "RSASSA-PSS"), "algorithm"),
                arguments(
                        "ES256",
                        token().header("alg", "ES256").header("kid", "ec-256").sign(TestKeys.EC_256, "SHA256withECDSA"),
                        "algorithm"),
                arguments("ES512", token().header("alg", "ES512").sign(), "algorithm"),
                arguments("EdDSA", token().header("alg", "EdDSA").sign(), "algorithm"));
    }

    private Stream<Arguments> headers() {
        return Stream.of(
                arguments(
                        "the type of an access token",
                        token().header("typ", "at+jwt").sign(),
                        "type"),
                arguments("a type that is no text", token().header("typ", 1).sign(), "type"),
                arguments(
                        "a critical extension",
                        token().header("crit", List.of("exp")).sign(),
                        "extension"),
                arguments(
                        "no critical extension, by name",
                        token().header("crit", List.of()).sign(),
                        "extension"),
                arguments(
                        "a body that is not encoded",
                        token().header("b64", false).sign(),
                        "extension"),
                arguments(
                        "a body that is compressed",
                        token().header("zip", "DEF").sign(),
                        "extension"),
                arguments(
                        "its own key",
                        token().header(
                                        "jwk",
                                        TestKeys.EC_OF_A_STRANGER.toPublicJWK().toJSONObject())
                                .sign(TestKeys.EC_OF_A_STRANGER, ES384),
                        "own-key"),
                arguments(
                        "its own certificate",
                        token().header("x5c", List.of("MIIB")).sign(),
                        "own-key"),
                arguments(
                        "the place of its own certificate",
                        token().header("x5u", "http://169.254.169.254/").sign(),
                        "own-key"),
                arguments("no kid", token().noHeader("kid").sign(), "no-kid"),
                arguments("an empty kid", token().header("kid", "").sign(), "no-kid"),
                arguments("a kid that is a number", token().header("kid", 1).sign(), "no-kid"));
    }

    private TestToken token() {
        return good.get();
    }

    private TestToken rsa(String algorithm) {
        return token().header("alg", algorithm).header("kid", "rsa");
    }

    private String hmac(String algorithm, String mac) {
        try {
            byte[] publicKey = TestKeys.RSA.toRSAPublicKey().getEncoded();
            return rsa(algorithm).signHmac(publicKey, mac);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String twice(String json, String member) {
        return json.substring(0, json.length() - 1) + "," + member + "}";
    }
}
