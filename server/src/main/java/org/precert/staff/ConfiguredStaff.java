package org.precert.staff;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precert.storage.Sha256;

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
        boolean fits = MessageDigest.isEqual(Sha256.of(key), entry == null ? NOBODY : entry.keyHash());
        return entry == null || !fits ? Optional.empty() : Optional.of(entry.staff());
    }
}
