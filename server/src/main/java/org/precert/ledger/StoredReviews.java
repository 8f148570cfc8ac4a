package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.precert.review.KeptReview;
import org.precert.storage.Packed;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds again what was kept. */
final class StoredReviews {

    private static final String FIND = """
            select e.door, e.client, e.caller_id, e.received_at, e.took_us, e.status, e.request, e.facts, e.answer, r.*
            from review r join exchange e on e.id = r.exchange_id where r.assertion_id = ?""";

    /** What a form that goes on from a review came to replaces it, and is told under its id: DTR 2.2, spec-45 and 47. */
    private static final String LATER = """
            select e.door, e.client, e.caller_id, e.received_at, e.took_us, e.status, e.request, e.facts, e.answer, l.*
            from review r join review s on s.exchange_id = r.exchange_id
              join exchange e on e.caller_id = s.assertion_id and e.door = 'dtr.next-question'
              join review l on l.exchange_id = e.id and l.order_ref = r.order_ref and l.coverage_ref = r.coverage_ref
            where r.assertion_id = ? order by e.seq desc""";

    private static final String TOGETHER = """
            select o.assertion_id, o.order_ref, o.coverage_ref
            from review r join review o on o.exchange_id = r.exchange_id where r.assertion_id = ?""";

    private final JdbcTemplate jdbc;
    private final StoredJson json;

    StoredReviews(JdbcTemplate jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<StoredReview> find(String assertionId) {
        String id = Column.text(assertionId, Integer.MAX_VALUE);
        return find(LATER, id).or(() -> find(FIND, id));
    }

    /** The ids of all reviews of an answer, by order and coverage. */
    Map<String, String> saidTogether(String assertionId) {
        Map<String, String> ids = new HashMap<>();
        jdbc.query(
                TOGETHER,
                row -> {
                    ids.put(
                            KeptReview.key(row.getString("order_ref"), row.getString("coverage_ref")),
                            row.getString("assertion_id"));
                },
                Column.text(assertionId, Integer.MAX_VALUE));
        return ids;
    }

    private Optional<StoredReview> find(String query, String id) {
        return jdbc.query(query, (row, index) -> review(row), id).stream().findFirst();
    }

    private StoredReview review(ResultSet row) throws SQLException {
        return new StoredReview(
                row.getString("assertion_id"),
                exchange(row),
                row.getString("order_ref"),
                row.getString("coverage_ref"),
                row.getString("payer"),
                Optional.ofNullable(row.getString("policy")),
                Optional.ofNullable(row.getString("content_hash")),
                row.getString("engine"),
                row.getString("determination"),
                new Said(
                        row.getString("covered"),
                        row.getString("pa_needed"),
                        row.getString("doc_needed"),
                        row.getString("questionnaire")),
                json.read(Packed.unpack(row.getBytes("question"))),
                (ObjectNode) json.read(Packed.unpack(row.getBytes("explanation"))));
    }

    private static StoredExchange exchange(ResultSet row) throws SQLException {
        return new StoredExchange(
                row.getString("door"),
                row.getString("client"),
                row.getString("caller_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("took_us", Long.class))
                        .map(micros -> Duration.of(micros, ChronoUnit.MICROS)),
                row.getInt("status"),
                text(row, "request"),
                text(row, "facts"),
                text(row, "answer"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column))
                .map(bytes -> new String(Packed.unpack(bytes), UTF_8))
                .orElse("");
    }
}
