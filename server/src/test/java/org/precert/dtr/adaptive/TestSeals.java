package org.precert.dtr.adaptive;

import static org.precert.dtr.adaptive.TestContinuation.NEW;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.util.Base64URL;

/** Seals in ways that the code under test never does. */
final class TestSeals {

    private TestSeals() {}

    static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }

    /** With our key, and another header. */
    static String sealed(String header) {
        try {
            JWEHeader parsed = JWEHeader.parse(Base64URL.encode(header.replace('\'', '"')));
            JWEObject jwe = new JWEObject(parsed, new Payload(TestContinuation.json()));
            jwe.encrypt(new DirectEncrypter(NEW.secret()));
            return jwe.serialize();
        } catch (JOSEException | java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed() {
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("new").build(),
                    new Payload(TestContinuation.json()));
            jws.sign(new MACSigner(NEW.secret().getEncoded()));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String wrapped() {
        return encrypted(JWEAlgorithm.A256KW, jwe -> jwe.encrypt(new AESEncrypter(NEW.secret())));
    }

    static String byPassword() {
        String made = encrypted(
                JWEAlgorithm.PBES2_HS256_A128KW, jwe -> jwe.encrypt(new PasswordBasedEncrypter("x", 8, 1000)));
        String header = Base64URL.from(made.substring(0, made.indexOf('.'))).decodeToString();
        return encoded(header.replace("\"p2c\":1000", "\"p2c\":100000000")) + made.substring(made.indexOf('.'));
    }

    private interface Encrypting {
        void encrypt(JWEObject jwe) throws JOSEException;
    }

    static String encrypted(JWEAlgorithm algorithm, Encrypting encrypting) {
        try {
            JWEHeader header = new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM)
                    .keyID("new")
                    .build();
            JWEObject jwe = new JWEObject(header, new Payload(TestContinuation.json()));
            encrypting.encrypt(jwe);
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
