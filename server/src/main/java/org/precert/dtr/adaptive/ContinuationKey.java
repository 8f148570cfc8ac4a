package org.precert.dtr.adaptive;

import com.nimbusds.jose.util.Base64URL;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals continuations.
 *
 * @param kid its name, which everybody can read in what it sealed
 */
public record ContinuationKey(String kid, SecretKey secret) {

    private static final int BYTES = 32;
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    /** @throws IllegalArgumentException if the kid has other characters than those of a word, or the key another length */
    public ContinuationKey {
        if (!KID.matcher(kid).matches()) {
            throw new IllegalArgumentException("The kid of a key is not 1 to 32 letters, digits, dots, - or _");
        }
        byte[] bytes = secret.getEncoded();
        if (bytes == null || bytes.length != BYTES) {
            throw new IllegalArgumentException("The key " + kid + " has not " + BYTES + " bytes");
        }
    }

    /** @throws IllegalArgumentException as the other one */
    public static ContinuationKey of(String kid, byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("The key " + kid + " has not " + BYTES + " bytes");
        }
        return new ContinuationKey(kid, new SecretKeySpec(secret, "AES"));
    }

    /** The protected header of all that it seals, to the character: there is nothing in it to be believed. */
    Base64URL header() {
        return Base64URL.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"kid\":\"" + kid + "\"}");
    }

    /** Says the name alone. */
    @Override
    public String toString() {
        return "ContinuationKey[" + kid + "]";
    }
}
