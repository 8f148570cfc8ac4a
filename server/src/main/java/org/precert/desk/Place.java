package org.precert.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Where a case stands in the worklist.
 *
 * @param at when it is due, or for a closed one when it changed last
 * @param urgency 0 for expedited, 1 for others
 * @param seq in which order cases came in
 */
record Place(Instant at, int urgency, long seq) {

    private static final int PARTS = 3;

    /** For the caller to give back; of no meaning to others. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + urgency + " " + seq).getBytes(UTF_8));
    }

    /** @throws InvalidRequest for what is no token of this server */
    static Place of(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split(" ", -1);
            if (parts.length == PARTS) {
                return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(e);
        }
        throw wrong(new IllegalArgumentException());
    }

    private static InvalidRequest wrong(Exception cause) {
        InvalidRequest wrong = new InvalidRequest(Kind.NOT_CONFORMANT, "after", "This is no place in the worklist");
        wrong.initCause(cause);
        return wrong;
    }
}
