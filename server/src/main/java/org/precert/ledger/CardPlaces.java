package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.storage.Packed;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the answer that a card was in, when feedback on it comes: calls are many and feedback is rare, so no call pays for
 * it. Only answers to the same client count, and only young ones; feedback on an older card is kept without its place.
 */
final class CardPlaces {

    private static final Duration YOUNG = Duration.ofHours(24);
    private static final String FIND = """
            select id, answer from exchange
            where received_at >= ? and door = ? and client = ? and position(? in cards) > 0
            order by received_at desc limit 1""";

    private final JdbcTemplate jdbc;
    private final StoredJson json;

    CardPlaces(JdbcTemplate jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param policy the one that its orders were reviewed by; empty where that is none, or more than one */
    record Place(String exchange, String topic, String policy) {}

    private record Found(String exchange, String answer) {}

    Optional<Place> find(String door, String client, String card, Instant now) {
        String sought = AnsweredCard.sought(Column.text(card, Integer.MAX_VALUE));
        List<Found> found = jdbc.query(
                FIND,
                (row, index) ->
                        new Found(row.getString("id"), new String(Packed.unpack(row.getBytes("answer")), UTF_8)),
                Column.time(now.minus(YOUNG)),
                door,
                client,
                sought);
        return found.stream().flatMap(each -> place(each, card).stream()).findFirst();
    }

    private Optional<Place> place(Found found, String id) {
        return AnsweredCard.in(json.read(found.answer())).stream()
                .filter(card -> card.id().equals(id))
                .map(card -> new Place(found.exchange(), card.topic(), policy(found.exchange(), card.orders())))
                .findFirst();
    }

    private String policy(String exchange, Set<String> orders) {
        List<String> policies = jdbc
                .query(
                        "select order_ref, policy from review where exchange_id = ? and policy is not null",
                        (row, index) -> orders.contains(row.getString("order_ref")) ? row.getString("policy") : "",
                        exchange)
                .stream()
                .filter(policy -> !policy.isEmpty())
                .distinct()
                .toList();
        return policies.size() == 1 ? policies.get(0) : "";
    }
}
