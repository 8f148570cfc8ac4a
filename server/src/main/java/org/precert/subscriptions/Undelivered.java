package org.precert.subscriptions;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What has not arrived, counted in the database: ids, times and kinds of failure. */
final class Undelivered {

    private static final String DEAD = """
            select n.subscription_id, n.event_number, n.case_id, n.queued_at, n.settled_at, d.failure, s.client
            from pas_notification n join pas_delivery d on d.subscription_id = n.subscription_id
              join pas_subscription s on s.id = n.subscription_id
            where n.state = 'dead' order by n.settled_at desc, n.subscription_id, n.event_number limit ?""";
    private static final String WAITING = """
            select n.subscription_id, count(*) as waiting, min(n.queued_at) as oldest, d.tries, d.failure, s.client, s.status
            from pas_notification n join pas_delivery d on d.subscription_id = n.subscription_id
              join pas_subscription s on s.id = n.subscription_id
            where n.state = 'waiting' group by n.subscription_id, d.tries, d.failure, s.client, s.status
            order by min(n.queued_at), n.subscription_id limit ?""";

    private final JdbcTemplate jdbc;

    Undelivered(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param failure what went wrong at last */
    record Dead(
            String subscription,
            String client,
            long event,
            String caseId,
            String queuedAt,
            String diedAt,
            String failure) {}

    /**
     * @param oldest since when the first of them waits
     * @param tries how often that one failed
     */
    record Waiting(
            String subscription, String client, String status, long events, String oldest, int tries, String failure) {}

    List<Dead> dead(int most) {
        return jdbc.query(
                DEAD,
                (row, index) -> new Dead(
                        row.getString("subscription_id"),
                        row.getString("client"),
                        row.getLong("event_number"),
                        row.getString("case_id"),
                        row.getObject("queued_at", OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getObject("settled_at", OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getString("failure")),
                most);
    }

    List<Waiting> waiting(int most) {
        return jdbc.query(
                WAITING,
                (row, index) -> new Waiting(
                        row.getString("subscription_id"),
                        row.getString("client"),
                        row.getString("status"),
                        row.getLong("waiting"),
                        row.getObject("oldest", OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getInt("tries"),
                        row.getString("failure")),
                most);
    }

    long count(String state) {
        Long count = jdbc.queryForObject("select count(*) from pas_notification where state = ?", Long.class, state);
        return count == null ? 0 : count;
    }
}
