package org.precert.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The subscriptions in the database. Who also touches a delivery or an event locks the subscription first. */
final class Subscriptions {

    private static final String COLUMNS =
            "select id, guide, client, status, revision, resource, error, events, updated_at from pas_subscription";
    private static final String LISTENING =
            " where status in ('requested', 'active', 'error') and (ends_at is null or ends_at > ?) order by id";
    private static final String ADD = """
            insert into pas_subscription (id, guide, client, status, revision, resource, ends_at, error, events, updated_at)
            values (?, ?, ?, ?, 1, ?, ?, '', 0, ?)""";
    private static final String CHANGE = """
            update pas_subscription set status = ?, revision = revision + 1, resource = ?, ends_at = ?, error = '',
              updated_at = ? where id = ?""";
    private static final String STATUS = """
            update pas_subscription set status = ?, revision = revision + 1, error = ?, updated_at = ?
            where id = ? and status = ?""";
    private static final String END = """
            update pas_subscription set status = 'off', revision = revision + 1, updated_at = ?
            where status <> 'off' and ends_at <= ?""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Subscriptions(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String id, Guide guide, Owner owner, Status status, Wanted wanted, Instant now) {
        jdbc.update(
                ADD,
                id,
                guide.code(),
                owner.client(),
                status.code(),
                bytes(wanted.resource()),
                wanted.end().map(Column::time).orElse(null),
                Column.time(now));
    }

    /** What its owner wants instead. */
    void change(String id, Status status, Wanted wanted, Instant now) {
        jdbc.update(
                CHANGE,
                status.code(),
                bytes(wanted.resource()),
                wanted.end().map(Column::time).orElse(null),
                Column.time(now),
                id);
    }

    /**
     * What became of it.
     *
     * @return whether it had the status that it is to leave
     */
    boolean become(String id, Status from, Status to, String error, Instant now) {
        return jdbc.update(STATUS, to.code(), error, Column.time(now), id, from.code()) > 0;
    }

    /** Ends those whose time is over. */
    int end(Instant now) {
        return jdbc.update(END, Column.time(now), Column.time(now));
    }

    void remove(String id) {
        jdbc.update("delete from pas_subscription where id = ?", id);
    }

    Optional<Subscription> find(String id) {
        return jdbc.query(COLUMNS + " where id = ?", this::row, id).stream().findFirst();
    }

    /** As {@link #find}, and nobody else changes it or adds an event before the transaction ends. */
    Optional<Subscription> lock(String id) {
        return jdbc.query(COLUMNS + " where id = ? for update", this::row, id).stream()
                .findFirst();
    }

    List<Subscription> of(String client, Guide guide) {
        return jdbc.query(
                COLUMNS + " where client = ? and guide = ? order by updated_at, id", this::row, client, guide.code());
    }

    /** All that get events, in the order in which they are to be locked. */
    List<Subscription> listening(Instant now) {
        return jdbc.query(COLUMNS + LISTENING, this::row, Column.time(now));
    }

    /** The number of a new event; the row is locked. */
    long nextEvent(Subscription locked) {
        long next = locked.events() + 1;
        jdbc.update("update pas_subscription set events = ? where id = ?", next, locked.id());
        return next;
    }

    private Subscription row(ResultSet row, int index) throws SQLException {
        return new Subscription(
                row.getString("id"),
                Guide.of(row.getString("guide")),
                row.getString("client"),
                Status.of(row.getString("status")).orElseThrow(),
                row.getInt("revision"),
                tree(row.getBytes("resource")),
                row.getString("error"),
                row.getLong("events"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private byte[] bytes(ObjectNode resource) {
        try {
            return json.writeValueAsBytes(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode tree(byte[] resource) {
        try {
            return (ObjectNode) json.readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
