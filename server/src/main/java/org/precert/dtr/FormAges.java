package org.precert.dtr;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Since when each form is as it is: by the hash of all that a client gets with it, over starts and nodes. */
final class FormAges {

    private static final String FIND = "select hash, since from form_version where canonical = ?";
    private static final String CHANGE =
            "update form_version set hash = ?, since = ? where canonical = ? and hash <> ?";
    private static final String ADD = "insert into form_version (canonical, hash, since) values (?, ?, ?)";

    private record Kept(String hash, Instant since) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(
                    row.getString("hash"),
                    row.getObject("since", OffsetDateTime.class).toInstant());
        }
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FormAges(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param hash of the form as it is now
     * @return since when it is so: now, if it was another one, or none
     */
    Instant since(String canonical, String hash) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Kept> before = jdbc.query(FIND, (row, index) -> Kept.of(row), canonical);
        if (!before.isEmpty() && before.get(0).hash().equals(hash)) {
            return before.get(0).since();
        }
        if (before.isEmpty()) {
            add(canonical, hash, now);
        } else {
            jdbc.update(CHANGE, hash, now, canonical, hash);
        }
        return now.toInstant();
    }

    /** Another node may have been faster; it is of the same day, and of the same build. */
    private void add(String canonical, String hash, OffsetDateTime now) {
        try {
            jdbc.update(ADD, canonical, hash, now);
        } catch (DuplicateKeyException e) {
            jdbc.update(CHANGE, hash, now, canonical, hash);
        }
    }
}
