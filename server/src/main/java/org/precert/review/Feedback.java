package org.precert.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one card.
 *
 * @param card its id
 * @param suggestions the ids of those that were taken over
 * @param comment a clinician's free text: data of a patient, which no log may hold
 * @param at when it happened, by the client's clock
 * @param entry as it was sent
 */
public record Feedback(
        String card,
        Outcome outcome,
        List<String> suggestions,
        Optional<Reason> reason,
        Optional<String> comment,
        Instant at,
        JsonNode entry) {

    /** What the clinician did. */
    public enum Outcome {
        ACCEPTED,
        OVERRIDDEN
    }

    /** Why a card was overridden. System and display may be empty. */
    public record Reason(String system, String code, String display) {}

    public Feedback {
        suggestions = List.copyOf(suggestions);
    }
}
