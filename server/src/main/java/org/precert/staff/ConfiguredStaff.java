package org.precert.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The staff of the configuration. It takes as long for somebody unknown as for a wrong key. */
final class ConfiguredStaff {

    private static final byte[] NOBODY = new byte[32];

    private final Map<String, Entry> staff;

    /** @param staff by id */
    ConfiguredStaff(Map<String, Entry> staff) {
        this.staff = Map.copyOf(staff);
    }

    /** @param keyHash SHA-256 of the key */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(Staff staff, byte[] keyHash) {}

    /** @param key that this person alone has */
    Optional<Staff> signIn(String id, String key) {
        @Nullable Entry entry = staff.get(id);
        boolean fits = MessageDigest.isEqual(sha256(key), entry == null ? NOBODY : entry.keyHash());
        return entry == null || !fits ? Optional.empty() : Optional.of(entry.staff());
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
