package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another library understands our keys and tokens. */
class ClientKeyTest {

    private final Map<String, ClientKey> keys = Map.of("ES384", ClientKey.of("ES384"), "RS384", ClientKey.of("RS384"));

    @Test
    void signsByCurve() throws Exception {
        SignedJWT token = token("ES384");
        assertThat(token.verify(new ECDSAVerifier(jwk("ES384").toECKey()))).isTrue();
    }

    @Test
    void signsByPrimes() throws Exception {
        SignedJWT token = token("RS384");
        assertThat(token.verify(new RSASSAVerifier(jwk("RS384").toRSAKey()))).isTrue();
    }

    private JWK jwk(String algorithm) throws ParseException {
        return JWKSet.parse(keys.get(algorithm).jwks()).getKeyByKeyId(algorithm);
    }

    private SignedJWT token(String algorithm) throws ParseException {
        return SignedJWT.parse(
                keys.get(algorithm).token("https://kit.example", "https://precert.example", Instant.EPOCH));
    }
}
