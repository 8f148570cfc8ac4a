package org.precert.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.precert.policy.Policy;
import org.precert.review.Review;
import org.precert.review.ReviewLedger;
import org.precert.review.ReviewRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger in the database: one transaction an exchange, committed before the answer leaves. */
final class JdbcLedger implements ReviewLedger {

    private static final String ADD_EXCHANGE =
            "insert into exchange (id, door, caller_id, received_at, request, facts) values (?, ?, ?, ?, ?, ?)";
    private static final String ADD_REVIEW = """
            insert into review (assertion_id, exchange_id, order_ref, coverage_ref, payer, policy, policy_version,
              content_hash, engine, date_of_service, made_on, determination, question, explanation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIND = """
            select e.received_at, e.door, e.facts, r.* from review r join exchange e on e.id = r.exchange_id
            where r.assertion_id = ?""";
    private static final int LONGEST_CALLER_ID = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Explanation explanations;
    private final ObjectMapper json;
    private final Clock clock;
    private final Supplier<String> ids;
    private final String engine;

    JdbcLedger(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Explanation explanations,
            ObjectMapper json,
            Clock clock,
            Supplier<String> ids,
            String engine) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.explanations = explanations;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
        this.engine = engine;
    }

    @Override
    public void keep(ReviewRequest request, List<Review> reviews) {
        String exchange = ids.get();
        byte[] call = bytes(request.request());
        byte[] facts = bytes(json.createArrayNode().addAll(request.resources()));
        List<Object[]> rows =
                reviews.stream().map(review -> row(exchange, request, review)).toList();
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    ADD_EXCHANGE,
                    exchange,
                    request.door(),
                    cut(request.exchange()),
                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                    call,
                    facts);
            if (!rows.isEmpty()) {
                jdbc.batchUpdate(ADD_REVIEW, rows);
            }
        });
    }

    private Object[] row(String exchange, ReviewRequest request, Review review) {
        Optional<Policy> policy = review.ruling().policy();
        return new Object[] {
            review.assertionId(),
            exchange,
            review.order().reference(),
            review.coverage().reference(),
            review.coverage().payer().key(),
            policy.map(Policy::id).orElse(null),
            policy.map(Policy::version).orElse(null),
            policy.map(Policy::contentHash).orElse(null),
            engine,
            review.order().dateOfService(),
            review.madeOn(),
            review.ruling().decision().determination().code(),
            bytes(StoredQuestion.of(json, request, review)),
            bytes(explanations.of(review))
        };
    }

    Optional<StoredReview> find(String assertionId) {
        return jdbc
                .query(
                        FIND,
                        (row, index) -> new StoredReview(
                                row.getString("assertion_id"),
                                row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("door"),
                                row.getString("order_ref"),
                                row.getString("coverage_ref"),
                                row.getString("payer"),
                                Optional.ofNullable(row.getString("policy")),
                                Optional.ofNullable(row.getString("content_hash")),
                                row.getString("engine"),
                                row.getString("determination"),
                                read(row.getBytes("question")),
                                read(row.getBytes("facts")),
                                (ObjectNode) read(row.getBytes("explanation"))),
                        assertionId)
                .stream()
                .findFirst();
    }

    private byte[] bytes(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }

    private JsonNode read(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("The ledger holds something that is no JSON", e);
        }
    }

    private static String cut(String callerId) {
        return callerId.length() > LONGEST_CALLER_ID ? callerId.substring(0, LONGEST_CALLER_ID) : callerId;
    }
}
