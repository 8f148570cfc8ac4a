package org.precert.inferno;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A key of a CDS client and the tokens that it signs as the kit does: {@code alg}, {@code typ}, {@code kid}, {@code jku};
 * {@code iss}, {@code aud}, {@code exp} in five minutes, {@code iat}, {@code jti}. Made by hand, so that it is no judge in its
 * own cause.
 */
public record ClientKey(String algorithm, KeyPair pair) {

    private static final int RSA_BITS = 2048;
    private static final int P384_BYTES = 48;
    private static final int LIFE = 300;

    /** @param algorithm ES384 or RS384, the two that CDS Hooks recommends */
    public static ClientKey of(String algorithm) {
        try {
            boolean curve = algorithm.equals("ES384");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(curve ? "EC" : "RSA");
            if (curve) {
                generator.initialize(new ECGenParameterSpec("secp384r1"));
            } else {
                generator.initialize(RSA_BITS);
            }
            return new ClientKey(algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String jwks() {
        String key = pair.getPublic() instanceof ECPublicKey curve
                ? "\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"%s\",\"y\":\"%s\""
                        .formatted(
                                number(curve.getW().getAffineX(), P384_BYTES),
                                number(curve.getW().getAffineY(), P384_BYTES))
                : rsa((RSAPublicKey) pair.getPublic());
        return "{\"keys\":[{%s,\"kid\":\"%s\",\"alg\":\"%s\",\"use\":\"sig\"}]}".formatted(key, algorithm, algorithm);
    }

    /** For a call of CDS Hooks. */
    public String token(String issuer, String audience, Instant now) {
        return signed(issuer, "\"iss\":\"%s\"".formatted(issuer), audience, now);
    }

    /**
     * With which a client asks for an access token: SMART Backend Services.
     *
     * @param issuer where its keys are
     * @param audience the token endpoint
     */
    public String assertion(String issuer, String client, String audience, Instant now) {
        return signed(issuer, "\"iss\":\"%s\",\"sub\":\"%s\"".formatted(client, client), audience, now);
    }

    private String signed(String issuer, String names, String audience, Instant now) {
        String header = "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\",\"jku\":\"%s/jwks.json\"}"
                .formatted(algorithm, algorithm, issuer);
        String claims = "{%s,\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(names, audience, now.getEpochSecond(), now.getEpochSecond() + LIFE, UUID.randomUUID());
        String input = encoded(ascii(header)) + "." + encoded(ascii(claims));
        return input + "." + encoded(signature(ascii(input)));
    }

    private byte[] signature(byte[] input) {
        try {
            Signature signature =
                    Signature.getInstance(algorithm.equals("ES384") ? "SHA384withECDSAinP1363Format" : "SHA384withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rsa(RSAPublicKey key) {
        return "\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\""
                .formatted(
                        number(key.getModulus(), RSA_BITS / Byte.SIZE),
                        encoded(key.getPublicExponent().toByteArray()));
    }

    /** Of a fixed length, without a sign. */
    private static String number(BigInteger value, int length) {
        byte[] signed = value.toByteArray();
        byte[] fixed = new byte[length];
        int used = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - used, fixed, length - used, used);
        return encoded(fixed);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
