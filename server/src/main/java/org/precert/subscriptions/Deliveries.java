package org.precert.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where the delivery of each subscription stands. A lease is taken by a conditional update: of all workers on all nodes one
 * changes the row, on any database.
 */
final class Deliveries {

    /** Longer than a request and its bookkeeping may take; after it, whoever held it is taken for dead. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String ADD = """
            insert into pas_delivery (subscription_id, heartbeat_at, retry_at, tries, failure, lease, lease_until)
            values (?, null, ?, 0, '', '', ?)""";
    private static final String RESTART = """
            update pas_delivery set heartbeat_at = null, retry_at = ?, tries = 0, failure = '',
              failing_since = null, lease = '', lease_until = ? where subscription_id = ?""";
    private static final String DUE = """
            select d.subscription_id from pas_delivery d join pas_subscription s on s.id = d.subscription_id
            where d.retry_at <= ? and d.lease_until <= ?
              and (s.ends_at is null or s.ends_at > ?) and (s.status = 'requested'
                or (s.status = 'active' and (d.heartbeat_at <= ? or exists
                  (select 1 from pas_notification n where n.subscription_id = d.subscription_id and n.state = 'waiting'))))
            order by d.retry_at, d.subscription_id limit ?""";
    private static final String TAKE = """
            update pas_delivery set lease = ?, lease_until = ?
            where subscription_id = ? and retry_at <= ? and lease_until <= ?""";
    private static final String TAKEN = "select tries from pas_delivery where subscription_id = ? and lease = ?";
    private static final String HOLD =
            "update pas_delivery set lease_until = ? where subscription_id = ? and lease = ? and lease_until > ?";
    private static final String SUCCEEDED = """
            update pas_delivery set tries = 0, failure = '', failing_since = null, retry_at = ?,
              heartbeat_at = ? where subscription_id = ? and lease = ?""";
    private static final String FAILED = """
            update pas_delivery set tries = tries + 1, failure = ?, failing_since = coalesce(failing_since, ?), retry_at = ?
            where subscription_id = ? and lease = ?""";
    private static final String BEAT =
            "select heartbeat_at from pas_delivery where subscription_id = ? and heartbeat_at <= ?";
    private static final String RELEASE =
            "update pas_delivery set lease = '', lease_until = ? where subscription_id = ? and lease = ?";

    private final JdbcTemplate jdbc;
    private final Supplier<String> ids;

    Deliveries(JdbcTemplate jdbc, Supplier<String> ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void add(String subscription, Instant now) {
        jdbc.update(ADD, subscription, Column.time(now), Column.time(now));
    }

    /** From the beginning; whoever delivers at this moment has lost the lease. */
    void restart(String subscription, Instant now) {
        jdbc.update(RESTART, Column.time(now), Column.time(now), subscription);
    }

    /** Subscriptions that have something to be delivered, those that wait longest first. */
    List<String> due(Instant now, int most) {
        return jdbc.queryForList(
                DUE, String.class, Column.time(now), Column.time(now), Column.time(now), Column.time(now), most);
    }

    /** @return nothing if another was quicker */
    Optional<Lease> take(String subscription, Instant now) {
        String token = ids.get();
        Instant until = now.plus(LEASE);
        int taken = jdbc.update(TAKE, token, Column.time(until), subscription, Column.time(now), Column.time(now));
        return taken == 0
                ? Optional.empty()
                : jdbc.query(TAKEN, (row, index) -> lease(row, subscription, token), subscription, token).stream()
                        .findFirst();
    }

    /** Makes sure that the lease still is held, and holds it for longer. What hangs on it belongs into the same transaction. */
    boolean hold(Lease lease, Instant now) {
        Instant until = now.plus(LEASE);
        return jdbc.update(HOLD, Column.time(until), lease.subscription(), lease.token(), Column.time(now)) > 0;
    }

    void succeeded(Lease lease, Optional<Instant> heartbeat, Instant now) {
        jdbc.update(
                SUCCEEDED,
                Column.time(now),
                heartbeat.map(Column::time).orElse(null),
                lease.subscription(),
                lease.token());
    }

    void failed(Lease lease, String failure, Instant retry, Instant now) {
        jdbc.update(FAILED, failure, Column.time(now), Column.time(retry), lease.subscription(), lease.token());
    }

    boolean isHeartbeatDue(String subscription, Instant now) {
        return !jdbc.query(BEAT, (row, index) -> true, subscription, Column.time(now))
                .isEmpty();
    }

    void release(Lease lease, Instant now) {
        jdbc.update(RELEASE, Column.time(now), lease.subscription(), lease.token());
    }

    private static Lease lease(ResultSet row, String subscription, String token) throws SQLException {
        return new Lease(subscription, token, row.getInt("tries"));
    }
}
