package org.precert.clients;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;

/** Keys, made once: RSA takes its time. */
public final class TestKeys {

    public static final ECKey EC = ec("ec", Curve.P_384);
    public static final ECKey EC_NEXT = ec("ec-next", Curve.P_384);
    public static final ECKey EC_OF_A_STRANGER = ec("ec", Curve.P_384);
    public static final ECKey EC_OF_THE_OTHER_CLIENT = ec("ec-other", Curve.P_384);
    public static final ECKey EC_256 = ec("ec-256", Curve.P_256);
    public static final ECKey EC_FOR_ENCRYPTION = new ECKey.Builder(ec("ec-enc", Curve.P_384))
            .keyUse(KeyUse.ENCRYPTION)
            .build();
    public static final RSAKey RSA = rsa("rsa", 2048);
    public static final RSAKey RSA_FOR_256 = new RSAKey.Builder(rsa("rsa-256", 2048))
            .algorithm(JWSAlgorithm.RS256)
            .build();
    public static final RSAKey RSA_SHORT = rsa("rsa-short", 1024);

    private TestKeys() {}

    public static String publicSet(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(true);
    }

    private static ECKey ec(String kid, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsa(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
