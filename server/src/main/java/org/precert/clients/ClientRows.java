package org.precert.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The clients of the database. Whoever changes one holds the version's row until the end, so that changes come one by one. */
final class ClientRows {

    private static final String SELECT =
            "select id, entry, enabled, revision, changed_at, changed_by from registered_client";

    private final JdbcTemplate jdbc;

    ClientRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param entry as JSON, by the names of the configuration */
    record Row(String id, String entry, boolean enabled, long revision, Instant changedAt, String changedBy) {}

    /** It counts the changes, of all nodes. */
    long version() {
        return Optional.ofNullable(jdbc.queryForObject("select version from registered_client_version", Long.class))
                .orElseThrow();
    }

    /** To be called first of all within the transaction of a change. */
    void lock() {
        jdbc.update("update registered_client_version set version = version + 1");
    }

    List<Row> all() {
        return jdbc.query(SELECT + " order by id", ClientRows::row);
    }

    void save(Row row) {
        int updated = jdbc.update(
                "update registered_client set entry = ?, enabled = ?, revision = ?, changed_at = ?, changed_by = ? "
                        + "where id = ?",
                row.entry(),
                row.enabled(),
                row.revision(),
                row.changedAt().atOffset(ZoneOffset.UTC),
                row.changedBy(),
                row.id());
        if (updated == 0) {
            jdbc.update(
                    "insert into registered_client (id, entry, enabled, revision, changed_at, changed_by) "
                            + "values (?, ?, ?, ?, ?, ?)",
                    row.id(),
                    row.entry(),
                    row.enabled(),
                    row.revision(),
                    row.changedAt().atOffset(ZoneOffset.UTC),
                    row.changedBy());
        }
    }

    void delete(String id) {
        jdbc.update("delete from registered_client where id = ?", id);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("entry"),
                row.getBoolean("enabled"),
                row.getLong("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
