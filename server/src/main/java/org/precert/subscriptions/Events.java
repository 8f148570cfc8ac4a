package org.precert.subscriptions;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.precert.storage.Packed;
import org.springframework.jdbc.core.JdbcTemplate;

/** The events of the subscriptions in the database, with what is still to be delivered of them. */
final class Events {

    private static final String COLUMNS =
            "select event_number, happened_at, claim_response_id, queued_at, body from pas_notification";
    private static final String ADD = """
            insert into pas_notification (subscription_id, event_number, happened_at, case_id, claim_response_id, state,
              queued_at, body) values (?, ?, ?, ?, ?, 'waiting', ?, ?)""";
    private static final String OF = COLUMNS + " where subscription_id = ?";
    private static final String FIRST = " and state = 'waiting' order by event_number limit 1";
    private static final String RANGE = " and event_number between ? and ? order by event_number limit ?";
    private static final String SETTLE = """
            update pas_notification set state = ?, settled_at = ?
            where subscription_id = ? and event_number = ? and state = 'waiting'""";
    private static final String REVIVE = """
            update pas_notification set state = 'waiting', queued_at = ?, settled_at = null
            where subscription_id = ? and state in ('waiting', 'dead')""";
    private static final String FORGET = """
            update pas_notification set body = null where body is not null
              and ((state = 'delivered' and settled_at < ?) or queued_at < ?)""";

    private static final String CASE =
            "select case_id from pas_notification where subscription_id = ? and event_number = ?";

    private final JdbcTemplate jdbc;

    Events(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String subscription, long number, Notice notice, Optional<String> body, Instant now) {
        jdbc.update(
                ADD,
                subscription,
                number,
                Column.time(notice.at()),
                notice.caseId(),
                notice.claimResponseId(),
                Column.time(now),
                body.map(each -> Packed.pack(each.getBytes(StandardCharsets.UTF_8)))
                        .orElse(null));
    }

    /**
     * The first that waits: no later one is delivered before it. What is of payers that the owner may hear of no more is passed
     * over.
     */
    Optional<Event> first(String subscription, Owner owner) {
        return select(FIRST, subscription, owner).stream().findFirst();
    }

    /**
     * @param since the number of the first
     * @param until the number of the last
     */
    List<Event> between(String subscription, Owner owner, long since, long until, int most) {
        return select(RANGE, subscription, owner, since, until, most);
    }

    /** Clients may be registered for other payers than they were when something happened. */
    private List<Event> select(String which, String subscription, Owner owner, Object... more) {
        List<Object> values = new ArrayList<>(List.of(subscription));
        StringBuilder query = new StringBuilder(OF);
        if (!owner.payers().isEmpty()) {
            String each = String.join(", ", Collections.nCopies(owner.payers().size(), "?"));
            query.append(" and case_id in (select id from pa_case where payer in (")
                    .append(each)
                    .append("))");
            values.addAll(owner.payers());
        }
        Collections.addAll(values, more);
        return jdbc.query(query.append(which).toString(), Events::row, values.toArray());
    }

    void delivered(String subscription, long number, Instant now) {
        jdbc.update(SETTLE, "delivered", Column.time(now), subscription, number);
    }

    /** The id of the case that it tells of. */
    String caseOf(String subscription, long number) {
        return Objects.requireNonNull(jdbc.queryForObject(CASE, String.class, subscription, number));
    }

    void died(String subscription, long number, Instant now) {
        jdbc.update(SETTLE, "dead", Column.time(now), subscription, number);
    }

    /** Whatever was not delivered waits again, with a life before it. */
    void revive(String subscription, Instant now) {
        jdbc.update(REVIVE, Column.time(now), subscription);
    }

    /**
     * Empties bodies that were kept long enough.
     *
     * @param delivered before this
     * @param queued before this, and never delivered
     */
    int forget(Instant delivered, Instant queued) {
        return jdbc.update(FORGET, Column.time(delivered), Column.time(queued));
    }

    private static Event row(ResultSet row, int index) throws SQLException {
        return new Event(
                row.getLong("event_number"),
                Column.time(row, "happened_at").orElseThrow(),
                row.getString("claim_response_id"),
                Column.time(row, "queued_at").orElseThrow(),
                Optional.ofNullable(row.getBytes("body"))
                        .map(each -> new String(Packed.unpack(each), StandardCharsets.UTF_8)));
    }
}
