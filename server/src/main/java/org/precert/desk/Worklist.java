package org.precert.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * In which order cases are worked on: what is due first comes first, expedited before others where that is the same. A case
 * that is open with nothing due would be a mistake of ours: it stands by the time that it came in, which is early.
 */
final class Worklist {

    private static final String OPEN_PLACE =
            "coalesce(c.due_at, c.received_at), case when c.expedited then 0 else 1 end, c.seq";
    private final JdbcTemplate jdbc;

    Worklist(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param payers keys of those whose cases count; none: all
     * @param late only what is overdue at that time
     * @param after the place of the last case of the page before
     */
    record Query(Set<String> payers, boolean open, Optional<Instant> late, Optional<Place> after, int limit) {}

    /** @param id of the case */
    record Found(String id, Place place) {}

    /** Those who have it all come first; one more than was asked for tells that there is a page after. */
    List<Found> find(Query query) {
        StringJoiner where = new StringJoiner(" and ");
        List<Object> values = new ArrayList<>();
        where.add(query.open() ? "c.open_lines > 0" : "c.open_lines = 0");
        if (!query.payers().isEmpty()) {
            where.add("c.payer in ("
                    + String.join(", ", query.payers().stream().map(each -> "?").toList()) + ")");
            values.addAll(query.payers());
        }
        query.late().ifPresent(now -> {
            where.add("c.due_at < ?");
            values.add(Timestamp.from(now));
        });
        query.after().ifPresent(place -> after(query.open(), place, where, values));
        values.add(query.limit() + 1);
        String place = query.open() ? "coalesce(c.due_at, c.received_at)" : "c.changed_at";
        String order = query.open() ? OPEN_PLACE : "c.changed_at desc, c.seq desc";
        String sql = "select c.id, c.seq, case when c.expedited then 0 else 1 end as urgency, " + place
                + " as place from pa_case c where " + where + " order by " + order + " fetch first ? rows only";
        return jdbc.query(sql, (row, index) -> found(row), values.toArray());
    }

    private static void after(boolean open, Place place, StringJoiner where, List<Object> values) {
        values.add(Timestamp.from(place.at()));
        if (open) {
            where.add("(" + OPEN_PLACE + ") > (?, ?, ?)");
            values.add(place.urgency());
        } else {
            where.add("(c.changed_at, c.seq) < (?, ?)");
        }
        values.add(place.seq());
    }

    private static Found found(ResultSet row) throws SQLException {
        Place place = new Place(row.getTimestamp("place").toInstant(), row.getInt("urgency"), row.getLong("seq"));
        return new Found(row.getString("id"), place);
    }
}
