package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.precert.policy.Policy;
import org.precert.review.PolicyTexts;

/** Puts together what a dispute about one review needs: what was asked, known, found and sent, and what was made of it. */
final class DisputePackets {

    private final StoredJson json;
    private final Replay replay;
    private final JdbcFeedback feedback;
    private final PolicyTexts texts;
    private final PacketMaker maker;
    private final Clock clock;

    DisputePackets(
            StoredJson json, Replay replay, JdbcFeedback feedback, PolicyTexts texts, PacketMaker maker, Clock clock) {
        this.json = json;
        this.replay = replay;
        this.feedback = feedback;
        this.texts = texts;
        this.maker = maker;
        this.clock = clock;
    }

    /** @return a ZIP; the request, the facts and the answer in it are the bytes that were kept */
    byte[] of(StoredReview stored) {
        StoredExchange exchange = stored.exchange();
        Instant now = clock.instant();
        ObjectNode replayed = replay.of(stored);
        List<ObjectNode> made = feedback.on(cards(exchange), exchange.client());
        SortedMap<String, String> files = new TreeMap<>();
        files.put("request.json", exchange.request());
        files.put("facts.json", exchange.facts());
        files.put("answer.json", exchange.answer());
        files.put("review.json", json.lines(stored.told()));
        files.put("replay.json", json.lines(replayed));
        files.put("feedback.json", json.lines(json.array().addAll(made)));
        files.put("summary.md", summary(stored, replayed, made.size()));
        replay.version(stored).ifPresent(policy -> addTexts(files, policy));
        files.put("manifest.json", json.lines(maker.manifest(json, stored, now, files)));
        return Zip.of(files, now);
    }

    private List<AnsweredCard> cards(StoredExchange exchange) {
        return exchange.answer().isEmpty() ? List.of() : AnsweredCard.in(json.read(exchange.answer()));
    }

    private String summary(StoredReview stored, JsonNode replayed, int feedbackEntries) {
        JsonNode request = json.read(stored.exchange().request());
        JsonNode facts = json.read(stored.exchange().facts());
        return new Summary(stored, request, facts, replayed, feedbackEntries).text();
    }

    private void addTexts(SortedMap<String, String> files, Policy policy) {
        for (String name : List.of("policy.md", "policy.yaml", policy.library() + ".cql")) {
            texts.text(policy.folder() + "/" + name).ifPresent(text -> files.put("policy/" + name, text));
        }
    }
}
