package org.precert.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, good ones and ones that no library would: everything is written and signed by hand. */
public final class TestToken {

    public static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    public static final String ISSUER = "https://ehr.springfield.example";
    public static final String JWKS = "https://ehr.springfield.example/jwks.json";
    public static final String TOKEN_URL = "https://precert.example/oauth/token";
    public static final String URL = "https://precert.example/cds-services/order-sign";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    /** One that is accepted, if it is signed with the key {@code ec}. */
    TestToken() {
        header("alg", "ES384").header("typ", "JWT").header("kid", "ec");
        claim("iss", ISSUER).claim("aud", URL).claim("jti", UUID.randomUUID().toString());
        issued(0).expires(300);
    }

    /** With which a client asks for an access token, by its id. */
    public static TestToken assertion() {
        return new TestToken().from("springfield").claim("aud", TOKEN_URL);
    }

    /** @param client by its issuer; where the token says who it is about, by its id */
    public TestToken from(String client) {
        boolean issuer = client.startsWith("https:");
        if (issuer && !claims.containsKey("sub")) {
            return claim("iss", client);
        }
        String id = issuer ? client.replaceAll("https://([a-z]+).*", "$1") : client;
        return claim("iss", id).claim("sub", id);
    }

    public TestToken header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    public TestToken noHeader(String name) {
        header.remove(name);
        return this;
    }

    public TestToken claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public TestToken noClaim(String name) {
        claims.remove(name);
        return this;
    }

    /** @param seconds from now */
    public TestToken issued(long seconds) {
        return claim("iat", NOW.getEpochSecond() + seconds);
    }

    /** @param seconds from now */
    public TestToken expires(long seconds) {
        return claim("exp", NOW.getEpochSecond() + seconds);
    }

    public String sign() {
        return sign(TestKeys.EC, "SHA384withECDSAinP1363Format");
    }

    public String signRsa() {
        return header("alg", "RS384").header("kid", "rsa").sign(TestKeys.RSA, "SHA384withRSA");
    }

    public String sign(JWK key, String algorithm) {
        return signed(json(header), json(claims), key, algorithm);
    }

    String signHmac(byte[] secret, String algorithm) {
        String input = encoded(json(header)) + "." + encoded(json(claims));
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return input + "." + encoded(mac.doFinal(ascii(input)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With claims as they are written here, be they JSON or not. */
    String signClaims(String text) {
        return signed(json(header), text, TestKeys.EC, "SHA384withECDSAinP1363Format");
    }

    /** With a header as it is written here, be it JSON or not. */
    String signHeader(String text) {
        return signed(text, json(claims), TestKeys.EC, "SHA384withECDSAinP1363Format");
    }

    String claimsText() {
        return json(claims);
    }

    String headerText() {
        return json(header);
    }

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String signed(String header, String claims, JWK key, String algorithm) {
        String input = encoded(header) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance(algorithm);
            if (algorithm.equals("RSASSA-PSS")) {
                AlgorithmParameterSpec pss = new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);
                signature.setParameter(pss);
            }
            signature.initSign(((AsymmetricJWK) key).toPrivateKey());
            signature.update(ascii(input));
            return input + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String json(Map<String, Object> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
