package org.precert.clocks;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What decides which rule counts.
 *
 * @param line a code of the lines of business ("medicare-advantage", "medicaid", ...); empty if unknown
 * @param state the two letters of the USPS; empty if unknown, as is whatever else was given
 * @param receivedAt when the request came in: its day, in the payer's zone, chooses among the rules of several years
 */
public record ClockQuestion(Optional<String> line, Subject subject, Urgency urgency, String state, Instant receivedAt) {

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

    public ClockQuestion {
        String letters = state.trim().toUpperCase(Locale.ROOT);
        state = STATE.matcher(letters).matches() ? letters : "";
    }
}
