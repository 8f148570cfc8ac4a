package org.precert.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precert.review.Feedback;
import org.precert.review.Feedback.Reason;
import org.precert.review.FeedbackLedger;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Feedback in the database. Each entry stands for itself: what is sent again changes nothing. */
final class JdbcFeedback implements FeedbackLedger {

    private static final String ADD = """
            insert into feedback (id, received_at, door, client, card, outcome, outcome_at, suggestions,
              reason_system, reason_code, reason_display, user_comment, entry, exchange_id, topic, policy)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final Reason NONE = new Reason("", "", "");
    private static final int LONGEST_CLIENT = 200;
    private static final int LONGEST_CARD = 100;
    private static final int LONGEST_SUGGESTIONS = 2100;
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_COMMENT = 2000;

    private final JdbcTemplate jdbc;
    private final StoredJson json;
    private final CardPlaces places;
    private final Clock clock;

    JdbcFeedback(JdbcTemplate jdbc, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.places = new CardPlaces(jdbc, json);
        this.clock = clock;
    }

    @Override
    public void keep(String door, String client, List<Feedback> feedback) {
        feedback.forEach(each -> keep(door, client, each));
    }

    private void keep(String door, String client, Feedback feedback) {
        Instant now = clock.instant();
        Optional<CardPlaces.Place> place = places.find(door, client, feedback.card(), now);
        Reason reason = feedback.reason().orElse(NONE);
        try {
            jdbc.update(
                    ADD,
                    Digest.of(door, client, feedback),
                    Column.time(now),
                    door,
                    Column.text(client, LONGEST_CLIENT),
                    Column.text(feedback.card(), LONGEST_CARD),
                    feedback.outcome().name().toLowerCase(Locale.ROOT),
                    Column.time(feedback.at()),
                    Column.text(String.join(" ", feedback.suggestions()), LONGEST_SUGGESTIONS),
                    Column.text(reason.system(), LONGEST_TEXT),
                    Column.text(reason.code(), LONGEST_CODE),
                    Column.text(reason.display(), LONGEST_TEXT),
                    Column.text(feedback.comment().orElse(""), LONGEST_COMMENT),
                    json.bytesOfForeign(feedback.entry()),
                    place.map(CardPlaces.Place::exchange).orElse(null),
                    place.map(CardPlaces.Place::topic).orElse(""),
                    place.map(CardPlaces.Place::policy).orElse(""));
        } catch (DuplicateKeyException e) {
            // It was sent before: a client that got no answer sends again.
            return;
        }
    }

    /** What the same client made of these cards, in the order in which it came in. */
    List<ObjectNode> on(List<AnsweredCard> cards, String client) {
        if (cards.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(client));
        cards.forEach(card -> values.add(card.id()));
        String places = String.join(", ", Collections.nCopies(cards.size(), "?"));
        return jdbc.query(
                "select received_at, topic, entry from feedback where client = ? and card in (" + places
                        + ") order by received_at, id",
                (row, index) -> entry(row),
                values.toArray());
    }

    private ObjectNode entry(ResultSet row) throws SQLException {
        ObjectNode entry = json.object();
        entry.put(
                "receivedAt",
                row.getObject("received_at", OffsetDateTime.class).toInstant().toString());
        entry.put("topic", row.getString("topic"));
        entry.set("entry", json.read(row.getBytes("entry")));
        return entry;
    }
}
