package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.audit.CoveredRow;
import org.precert.audit.CoveredTable;
import org.precert.audit.Who;
import org.precert.policy.Policy;
import org.precert.review.Review;
import org.precert.review.ReviewLedger;
import org.precert.review.ReviewRequest;
import org.precert.storage.Packed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger in the database: one transaction an exchange, committed before the answer leaves. */
final class JdbcLedger implements ReviewLedger {

    private static final String ADD_EXCHANGE = """
            insert into exchange (id, door, client, caller_id, received_at, took_us, status, orders, cards,
              request, facts, answer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_REVIEW = """
            insert into review (assertion_id, exchange_id, order_ref, coverage_ref, payer, policy, policy_version,
              content_hash, engine, date_of_service, made_on, determination, covered, pa_needed, doc_needed,
              questionnaire, question, explanation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int OK = 200;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_CANONICAL = 300;
    private static final int LONGEST_CARDS = 16_000;

    private static final String SAID_BEFORE = """
            select explanation from review where assertion_id = ? and order_ref = ? and coverage_ref = ?
              and date_of_service = ? and coalesce(content_hash, '') = ?""";
    private static final String HOLDS = "select assertion_id from review where assertion_id = ? and order_ref = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Explanation explanations;
    private final StoredJson json;
    private final CallMeter meter;
    private final AuditTrail audit;
    private final Clock clock;
    private final Supplier<String> ids;
    private final String engine;

    JdbcLedger(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Explanation explanations,
            StoredJson json,
            CallMeter meter,
            AuditTrail audit,
            Clock clock,
            Supplier<String> ids,
            String engine) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.explanations = explanations;
        this.json = json;
        this.meter = meter;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.engine = engine;
    }

    @Override
    public void keep(ReviewRequest request, List<Review> reviews, JsonNode answer) {
        String id = ids.get();
        Map<String, Said> said = Said.in(answer);
        meter.time(request.call(), OK, () -> {
            List<Object[]> rows = reviews.stream()
                    .map(review -> row(id, request, review, said(said, request, review)))
                    .toList();
            JsonNode facts = json.array().addAll(request.resources());
            int orders = request.orders().size();
            Object[] exchange = exchange(id, request.call(), OK, answer, facts, orders);
            add(request.call(), OK, orders, exchange, rows);
        });
    }

    /** A door that goes on from an earlier review tells what came of it under the id of that one: DTR 2.2, spec-47. */
    private static Said said(Map<String, Said> said, ReviewRequest request, Review review) {
        Said own = said.get(review.assertionId());
        return own == null && request.orders().size() == 1
                ? said.getOrDefault(request.call().callerId(), Said.NOTHING)
                : Optional.ofNullable(own).orElse(Said.NOTHING);
    }

    @Override
    public void keepUnreviewed(ReviewRequest.Call call, int status, JsonNode answer) {
        meter.time(
                call,
                status,
                () -> add(call, status, 0, exchange(ids.get(), call, status, answer, json.array(), 0), List.of()));
    }

    private void add(ReviewRequest.Call call, int status, int orders, Object[] exchange, List<Object[]> reviews) {
        List<CoveredRow> covered = Stream.concat(
                        Stream.of(CoveredTable.EXCHANGE.row(exchange)),
                        reviews.stream().map(CoveredTable.REVIEW::row))
                .toList();
        transaction.executeWithoutResult(unused -> {
            jdbc.update(ADD_EXCHANGE, exchange);
            if (!reviews.isEmpty()) {
                jdbc.batchUpdate(ADD_REVIEW, reviews);
            }
            audit.record(new AuditEntry.Exchange(call.door(), Who.client(call.client()), status, orders, covered));
        });
    }

    @Override
    public boolean saidBefore(String assertionId, ReviewRequest request, Review review) {
        Object[] grounds = {
            assertionId,
            review.order().reference(),
            review.coverage().reference(),
            review.order().dateOfService(),
            review.ruling().policy().map(Policy::contentHash).orElse(""),
        };
        List<byte[]> before = jdbc.query(SAID_BEFORE, (row, index) -> row.getBytes("explanation"), grounds);
        return before.stream()
                .anyMatch(kept -> Arrays.equals(Packed.unpack(kept), json.bytes(explanations.of(review))));
    }

    @Override
    public boolean holds(String assertionId, String order) {
        return !jdbc.queryForList(HOLDS, String.class, assertionId, order).isEmpty();
    }

    private Object[] exchange(
            String id, ReviewRequest.Call call, int status, JsonNode answer, JsonNode facts, int orders) {
        String cards = AnsweredCard.column(AnsweredCard.in(answer));
        byte[] request = Packed.pack(json.bytesOfForeign(call.body()));
        byte[] known = Packed.pack(json.bytes(facts));
        byte[] said = Packed.pack(json.bytes(answer));
        // Last of all, so that it holds everything but the commit and the way to the client.
        Duration took = call.deadline().elapsed();
        return new Object[] {
            id,
            call.door(),
            Column.text(call.client(), LONGEST_ID),
            Column.text(call.callerId(), LONGEST_ID),
            Column.time(clock.instant().minus(took)),
            took.toNanos() / 1000,
            status,
            orders,
            Column.text(cards, LONGEST_CARDS),
            request,
            known,
            said
        };
    }

    private Object[] row(String exchange, ReviewRequest request, Review review, Said said) {
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
            Column.text(said.covered(), LONGEST_CODE),
            Column.text(said.paNeeded(), LONGEST_CODE),
            Column.text(said.docNeeded(), LONGEST_CODE),
            Column.text(said.questionnaire(), LONGEST_CANONICAL),
            Packed.pack(json.bytes(StoredQuestion.of(json.mapper(), request, review))),
            Packed.pack(json.bytes(explanations.of(review)))
        };
    }
}
