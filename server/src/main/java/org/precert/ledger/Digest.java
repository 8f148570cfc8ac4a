package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.precert.review.Feedback;
import org.precert.storage.Sha256;

/** SHA-256, in hexadecimal. */
final class Digest {

    private Digest() {}

    static String of(byte[] bytes) {
        return Sha256.hex(bytes);
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
