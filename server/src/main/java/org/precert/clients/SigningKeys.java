package org.precert.clients;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/** The public keys of one client by which its tokens may be signed. */
record SigningKeys(List<JWK> keys) {

    static final SigningKeys NONE = new SigningKeys(List.of());

    SigningKeys {
        keys = List.copyOf(keys);
    }

    static boolean serves(JWK key) {
        return isFor(key, JWSAlgorithm.ES384) || isFor(key, JWSAlgorithm.RS384);
    }

    boolean know(String kid) {
        return keys.stream().anyMatch(key -> kid.equals(key.getKeyID()));
    }

    /** A key serves the algorithm of its kind alone: what else a token says of itself is the word of a stranger. */
    List<JWK> fitting(String kid, JWSAlgorithm algorithm) {
        return keys.stream()
                .filter(key -> kid.equals(key.getKeyID()))
                .filter(key -> isFor(key, algorithm))
                .toList();
    }

    private static boolean isFor(JWK key, JWSAlgorithm algorithm) {
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
            return false;
        }
        return algorithm.equals(JWSAlgorithm.ES384)
                ? key instanceof ECKey ec && Curve.P_384.equals(ec.getCurve())
                : key instanceof RSAKey;
    }
}
