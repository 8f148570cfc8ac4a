package org.precert.crd.feedback;

import static org.precert.crd.feedback.Parts.malformed;
import static org.precert.crd.feedback.Parts.optional;
import static org.precert.crd.feedback.Parts.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.review.Feedback;
import org.precert.review.Feedback.Outcome;
import org.precert.review.Feedback.Reason;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Reads feedback in the spellings that clients use: the reason of an override inside of {@code reason}, as CDS Hooks 2.0 has
 * it, or flat, as the drafts before it had; entries as a list, or one alone.
 */
final class FeedbackReader {

    private static final int MOST_ENTRIES = 100;
    private static final int LONGEST_ENTRY = 16_384;
    private static final int MOST_SUGGESTIONS = 20;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_TEXT = 300;

    private FeedbackReader() {}

    /** @throws InvalidRequest naming the place */
    static List<Feedback> read(ObjectNode body) {
        JsonNode all = body.path("feedback");
        if (all instanceof ObjectNode one) {
            return List.of(entry(one, "feedback"));
        }
        if (!all.isArray()) {
            throw malformed("feedback", "'feedback' is missing or not a list");
        }
        if (all.size() > MOST_ENTRIES) {
            throw tooLarge("feedback", "At most " + MOST_ENTRIES + " entries are taken at once");
        }
        List<Feedback> read = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            read.add(entry(all.path(i), "feedback[" + i + "]"));
        }
        return read;
    }

    private static Feedback entry(JsonNode entry, String path) {
        if (!entry.isObject()) {
            throw malformed(path, "This is not an object");
        }
        if (entry.toString().length() > LONGEST_ENTRY) {
            throw tooLarge(path, "An entry has at most " + LONGEST_ENTRY + " characters");
        }
        JsonNode override = override(entry, path);
        return new Feedback(
                required(entry, "card", path, LONGEST_ID),
                outcome(entry, path),
                suggestions(entry.path("acceptedSuggestions"), path + ".acceptedSuggestions"),
                reason(override, path + ".overrideReason"),
                optional(override, "userComment", path + ".overrideReason", LONGEST_ENTRY),
                Timestamp.read(required(entry, "outcomeTimestamp", path, LONGEST_ID), path + ".outcomeTimestamp"),
                entry);
    }

    private static Outcome outcome(JsonNode entry, String path) {
        return switch (entry.path("outcome").asText()) {
            case "accepted" -> Outcome.ACCEPTED;
            case "overridden" -> Outcome.OVERRIDDEN;
            default -> throw malformed(path + ".outcome", "The outcome is 'accepted' or 'overridden'");
        };
    }

    private static List<String> suggestions(JsonNode all, String path) {
        if (all.isMissingNode() || all.isNull()) {
            return List.of();
        }
        if (!all.isArray() || all.size() > MOST_SUGGESTIONS) {
            throw malformed(path, "This is not a list of at most " + MOST_SUGGESTIONS + " suggestions");
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ids.add(required(all.path(i), "id", path + "[" + i + "]", LONGEST_ID));
        }
        return ids;
    }

    private static JsonNode override(JsonNode entry, String path) {
        JsonNode override = entry.path("overrideReason");
        if (!override.isMissingNode() && !override.isNull() && !override.isObject()) {
            throw malformed(path + ".overrideReason", "This is not an object");
        }
        return override;
    }

    private static Optional<Reason> reason(JsonNode override, String path) {
        boolean nested = override.hasNonNull("reason");
        if (!nested && !override.hasNonNull("code")) {
            return Optional.empty();
        }
        JsonNode coding = nested ? override.path("reason") : override;
        String place = nested ? path + ".reason" : path;
        return Optional.of(new Reason(
                optional(coding, "system", place, LONGEST_TEXT).orElse(""),
                required(coding, "code", place, LONGEST_CODE),
                optional(coding, "display", place, LONGEST_TEXT).orElse("")));
    }

    private static InvalidRequest tooLarge(String path, String message) {
        return new InvalidRequest(Kind.TOO_LARGE, path, message);
    }
}
