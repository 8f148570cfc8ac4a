package org.precert.clients;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.precert.clients.TestToken.encoded;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens of strangers, and such as are signed by a key that is not theirs. */
public final class BadKeys {

    private static final String ES384 = "SHA384withECDSAinP1363Format";
    private static final String RS384 = "SHA384withRSA";

    private final Supplier<TestToken> good;

    private BadKeys(Supplier<TestToken> good) {
        this.good = good;
    }

    static Stream<Arguments> all() {
        return Stream.concat(issuers(), of(TestToken::new));
    }

    /** @param good one that would be accepted */
    public static Stream<Arguments> of(Supplier<TestToken> good) {
        BadKeys keys = new BadKeys(good);
        return Stream.concat(keys.keys(), keys.signatures());
    }

    private static Stream<Arguments> issuers() {
        return Stream.of(
                arguments("no issuer", new TestToken().noClaim("iss").sign(), "unknown-issuer"),
                arguments(
                        "a stranger as issuer",
                        new TestToken().claim("iss", "https://evil.example").sign(),
                        "unknown-issuer"),
                arguments(
                        "an issuer with a slash more",
                        new TestToken().claim("iss", TestToken.ISSUER + "/").sign(),
                        "unknown-issuer"),
                arguments(
                        "an issuer in capitals",
                        new TestToken()
                                .claim("iss", "HTTPS://EHR.SPRINGFIELD.EXAMPLE")
                                .sign(),
                        "unknown-issuer"),
                arguments(
                        "an issuer that begins like one",
                        new TestToken()
                                .claim("iss", TestToken.ISSUER + ".evil.example")
                                .sign(),
                        "unknown-issuer"),
                arguments(
                        "issuers in a list",
                        new TestToken().claim("iss", List.of(TestToken.ISSUER)).sign(),
                        "unknown-issuer"),
                arguments(
                        "the id of a client as issuer",
                        new TestToken().claim("iss", "springfield").sign(),
                        "unknown-issuer"));
    }

    private Stream<Arguments> keys() {
        return Stream.of(
                arguments("a jku in our network", jku("http://169.254.169.254/latest/meta-data/"), "foreign-jku"),
                arguments("a jku of a stranger", jku("https://evil.example/jwks.json"), "foreign-jku"),
                arguments(
                        "a jku with a user",
                        jku("https://ehr.springfield.example@evil.example/jwks.json"),
                        "foreign-jku"),
                arguments("a jku with a query more", jku(TestToken.JWKS + "?a=b"), "foreign-jku"),
                arguments(
                        "a jku with another spelling",
                        jku("https://ehr.springfield.example:443/jwks.json"),
                        "foreign-jku"),
                arguments("a jku of another client", jku(TestDoor.OFFLINE + "/jwks"), "foreign-jku"),
                arguments("an empty jku", jku(""), "foreign-jku"),
                arguments("a list of jku", jku(List.of(TestToken.JWKS)), "foreign-jku"),
                arguments(
                        "a jku of a client that is registered without",
                        jku(TestDoor.CLINIC, TestDoor.CLINIC + "/jwks.json"),
                        "foreign-jku"),
                arguments("an unknown kid", token().header("kid", "ec-9").sign(), "unknown-key"),
                arguments(
                        "a kid that is a path",
                        token().header("kid", "../../etc/passwd").sign(),
                        "unknown-key"),
                arguments(
                        "a key of another client",
                        token().header("kid", "ec-other").sign(TestKeys.EC_OF_THE_OTHER_CLIENT, ES384),
                        "unknown-key"),
                arguments(
                        "another client's issuer", token().from(TestDoor.CLINIC).sign(), "unknown-key"),
                arguments(
                        "a key for encryption",
                        token().header("kid", "ec-enc").sign(TestKeys.EC_FOR_ENCRYPTION, ES384),
                        "unknown-key"),
                arguments(
                        "a key of another curve",
                        token().header("kid", "ec-256").sign(TestKeys.EC_256, "SHA384withECDSAinP1363Format"),
                        "unknown-key"),
                arguments(
                        "a key for another algorithm",
                        token().header("alg", "RS384").header("kid", "rsa-256").sign(TestKeys.RSA_FOR_256, RS384),
                        "unknown-key"),
                arguments(
                        "a key that is too short",
                        token().header("alg", "RS384")
                                .header("kid", "rsa-short")
                                .sign(TestKeys.RSA_SHORT, RS384),
                        "unknown-key"),
                arguments(
                        "ES384 by the name of an RSA key",
                        token().header("kid", "rsa").sign(),
                        "unknown-key"),
                arguments(
                        "RS384 by the name of an EC key",
                        token().header("alg", "RS384").sign(TestKeys.RSA, RS384),
                        "unknown-key"),
                arguments(
                        "keys that can not be fetched",
                        token().from(TestDoor.DOWN).sign(),
                        "keys-unavailable"));
    }

    private Stream<Arguments> signatures() {
        String good = token().sign();
        String[] parts = good.split("\\.");
        String[] other = token().claim("sub", "another").sign().split("\\.");
        byte[] zeros = new byte[96];
        return Stream.of(
                arguments(
                        "a key of a stranger by the name of ours",
                        token().sign(TestKeys.EC_OF_A_STRANGER, ES384),
                        "signature"),
                arguments("claims of another token", parts[0] + "." + other[1] + "." + parts[2], "signature"),
                arguments("a signature of another token", parts[0] + "." + parts[1] + "." + other[2], "signature"),
                arguments(
                        "a header that was changed",
                        encoded(token().header("x", 1).headerText()) + "." + parts[1] + "." + parts[2],
                        "signature"),
                arguments("a signature of zeros", parts[0] + "." + parts[1] + "." + encoded(zeros), "signature"),
                arguments("half a signature", good.substring(0, good.length() - 64), "signature"),
                arguments("a signature twice", good + parts[2], "signature"),
                arguments("a signature in DER", token().sign(TestKeys.EC, "SHA384withECDSA"), "signature"),
                arguments(
                        "a signature over another digest",
                        token().sign(TestKeys.EC, "SHA256withECDSAinP1363Format"),
                        "signature"),
                arguments(
                        "an RSA signature over another digest",
                        rsa("RS384").sign(TestKeys.RSA, "SHA256withRSA"),
                        "signature"));
    }

    private TestToken token() {
        return good.get();
    }

    private TestToken rsa(String algorithm) {
        return token().header("alg", algorithm).header("kid", "rsa");
    }

    private String jku(Object jku) {
        return token().header("jku", jku).sign();
    }

    private String jku(String issuer, String jku) {
        return token().from(issuer)
                .header("jku", jku)
                .header("kid", "ec-other")
                .sign(TestKeys.EC_OF_THE_OTHER_CLIENT, ES384);
    }
}
