package org.precert.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precert.storage.Sha256;

/**
 * SHA-256 of a row: of each value one byte that tells what it is, its length in four, and its bytes. Columns of bytes are hashed
 * as they stand in the database, so that nobody has to know how they are packed; times to the microsecond, which is what both
 * databases keep.
 */
final class RowHash {

    private static final byte NOTHING = 0;
    private static final byte TEXT = 1;
    private static final byte BYTES = 2;
    private static final int HEAD = 5;

    private RowHash() {}

    static String of(@Nullable Object... values) {
        MessageDigest digest = Sha256.digest();
        for (Object value : values) {
            if (value instanceof byte[] bytes) {
                add(digest, BYTES, bytes);
            } else if (value == null) {
                add(digest, NOTHING, new byte[0]);
            } else {
                String text = time(value)
                        .map(at -> at.truncatedTo(ChronoUnit.MICROS).toString())
                        .orElseGet(value::toString);
                add(digest, TEXT, text.getBytes(UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Optional<Instant> time(Object value) {
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (value instanceof Timestamp timestamp) {
            return Optional.of(timestamp.toInstant());
        }
        return value instanceof OffsetDateTime offset ? Optional.of(offset.toInstant()) : Optional.empty();
    }

    private static void add(MessageDigest digest, byte what, byte[] bytes) {
        digest.update(ByteBuffer.allocate(HEAD).put(what).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
