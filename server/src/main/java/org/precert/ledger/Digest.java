package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.precert.review.Feedback;

/** SHA-256, in hexadecimal. */
final class Digest {

    private Digest() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    /** What makes two entries the same: a client says one thing of a card at one time. */
    static String of(String door, String client, Feedback feedback) {
        String same = String.join(
                "\n",
                door,
                client,
                feedback.card(),
                feedback.outcome().name(),
                feedback.at().toString());
        return of(same.getBytes(UTF_8));
    }
}
