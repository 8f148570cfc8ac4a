package org.precert.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256: by it rows know what they must not, or need not, keep. */
public final class Sha256 {

    private Sha256() {}

    /** To be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    /** @return 32 bytes, of the text in UTF-8 */
    public static byte[] of(String text) {
        return digest().digest(text.getBytes(UTF_8));
    }

    /** @return in hexadecimal, 64 lower-case characters */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** @return in hexadecimal, 64 lower-case characters, of the text in UTF-8 */
    public static String hex(String text) {
        return hex(text.getBytes(UTF_8));
    }
}
