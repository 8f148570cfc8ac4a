package org.precert.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precert.cases.Case;
import org.precert.cases.DenialReason;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Lets no denial out that does not say why: 42 CFR 422.122(a) wants the specific reason, and "not medically necessary"
 * alone is none. Nor one for documents that nobody asked for, or that may still come.
 */
record DenialLint(Case state, Line line, Instant now, ZoneId zone) {

    private static final int SHORTEST = 20;
    private static final int FEWEST_WORDS = 4;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Why the reason is not open for this line whatever is written; empty if it is. */
    Optional<String> whyNot(DenialReason reason) {
        if (reason != DenialReason.NOT_RECEIVED) {
            return Optional.empty();
        }
        if (missing().isEmpty()) {
            return Optional.of("Nothing that was asked for is missing");
        }
        return missing().stream()
                .flatMap(ask -> state.neededBy(ask).stream())
                .max(Comparator.naturalOrder())
                .filter(now::isBefore)
                .map(by -> "What was asked for may still come: until " + by);
    }

    /** @throws InvalidRequest if the words do not do */
    void check(DenialReason reason, String words, String clause) {
        whyNot(reason).ifPresent(why -> {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, "reason", why);
        });
        checkWords(words);
        if (words.equalsIgnoreCase(reason.words()) || words.equalsIgnoreCase(reason.words() + ".")) {
            throw unspecific();
        }
        if (clause.isBlank()) {
            throw new InvalidRequest(
                    Kind.NOT_CONFORMANT, "clause", "A denial cites the statement of the policy that it rests on");
        }
    }

    /** @throws InvalidRequest if that is no sentence */
    static void checkWords(String words) {
        if (words.length() < SHORTEST || SPACE.split(words).length < FEWEST_WORDS) {
            throw unspecific();
        }
    }

    private static InvalidRequest unspecific() {
        return new InvalidRequest(
                Kind.NOT_CONFORMANT,
                "words",
                "Whoever is granted less than was asked for is told the specific reason, in a sentence of its own");
    }

    /** The words, and the names of the documents that are missing where that is the reason. */
    String complete(DenialReason reason, String words) {
        if (reason != DenialReason.NOT_RECEIVED) {
            return words;
        }
        return words
                + missing().stream()
                        .map(ask -> ask.words() + " (asked for on " + LocalDate.ofInstant(ask.askedAt(), zone) + ")")
                        .collect(Collectors.joining("; ", " Not received: ", "."));
    }

    private List<DocumentAsk> missing() {
        return state.openAsks().stream()
                .filter(ask -> ask.line() == line.sequence())
                .toList();
    }
}
