package org.precert.ledger.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts in the database, from its indexes alone: neither requests nor explanations are read. */
final class LedgerCounts {

    private static final String WITHIN =
            " where e.received_at >= ? and e.received_at < ? and e.took_us is not null and e.door like 'crd.%' ";
    private static final String CALLS = """
            select e.door, e.client, e.status, count(*) as calls, sum(e.orders) as orders,
              sum(case when e.took_us < 5000000 then 1 else 0 end) as under5s,
              sum(case when e.took_us < 10000000 then 1 else 0 end) as under10s
            from exchange e""" + WITHIN + "group by e.door, e.client, e.status";
    private static final String ANSWERS = """
            select e.door, e.client, r.payer, r.policy, r.determination, r.covered, r.pa_needed, r.doc_needed,
              r.questionnaire, count(*) as reviews
            from exchange e join review r on r.exchange_id = e.id""" + WITHIN + """
            group by e.door, e.client, r.payer, r.policy, r.determination, r.covered, r.pa_needed, r.doc_needed,
              r.questionnaire""";
    private static final String ORDERS = """
            select e.door, e.client, count(distinct r.exchange_id || r.order_ref) as orders
            from exchange e join review r on r.exchange_id = e.id and r.covered <> ''""" + WITHIN + "group by e.door, e.client";
    private static final String FEEDBACK = """
            select e.door, e.client, e.policy, e.topic, e.outcome, count(*) as cards from feedback e
            where e.received_at >= ? and e.received_at < ? and e.door like 'crd.%'
            group by e.door, e.client, e.policy, e.topic, e.outcome""";

    private final JdbcTemplate jdbc;

    LedgerCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<CallCount> calls(Period period) {
        return jdbc.query(
                CALLS,
                (row, index) -> new CallCount(
                        slice(row),
                        row.getInt("status"),
                        row.getLong("calls"),
                        row.getLong("under5s"),
                        row.getLong("under10s"),
                        row.getLong("orders")),
                period.from(),
                period.to());
    }

    List<AnswerCount> answers(Period period) {
        return jdbc.query(
                ANSWERS,
                (row, index) -> new AnswerCount(
                        slice(row),
                        row.getString("payer"),
                        Optional.ofNullable(row.getString("policy")).orElse(""),
                        row.getString("determination"),
                        row.getString("covered"),
                        row.getString("pa_needed"),
                        row.getString("doc_needed"),
                        row.getString("questionnaire"),
                        row.getLong("reviews")),
                period.from(),
                period.to());
    }

    List<OrderCount> informedOrders(Period period) {
        return jdbc.query(
                ORDERS, (row, index) -> new OrderCount(slice(row), row.getLong("orders")), period.from(), period.to());
    }

    List<FeedbackCount> feedback(Period period) {
        return jdbc.query(
                FEEDBACK,
                (row, index) -> new FeedbackCount(
                        slice(row),
                        row.getString("policy"),
                        row.getString("topic"),
                        row.getString("outcome"),
                        row.getLong("cards")),
                period.from(),
                period.to());
    }

    /** How long answers took, by what the grouping makes of door and client; percentiles can not be added up. */
    Map<String, Percentiles> took(Period period, Grouping grouping) {
        String key = grouping.sql();
        Map<String, Percentiles> took = new TreeMap<>();
        jdbc.query(
                "select " + key + " as grp, " + Percentiles.SQL + " from exchange e" + WITHIN + "and e.status = 200 "
                        + (grouping == Grouping.ALL ? "having count(*) > 0" : "group by " + key),
                row -> {
                    took.put(row.getString("grp"), Percentiles.read(row));
                },
                period.from(),
                period.to());
        return took;
    }

    private static Slice slice(ResultSet row) throws SQLException {
        return Slice.of(row.getString("door"), row.getString("client"));
    }
}
