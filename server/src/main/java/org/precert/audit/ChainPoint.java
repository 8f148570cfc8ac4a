package org.precert.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link and its hash: who knows it can tell later whether the chain up to there is still the same.
 *
 * @param number of the link; zero: before the first
 */
public record ChainPoint(int chain, long number, String hash) {

    /** The hash before the first link. */
    static final String NOTHING = "0".repeat(64);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4}):(\\d{1,18}):([0-9a-f]{64})");

    /** As chain:number:hash. */
    public String text() {
        return chain + ":" + number + ":" + hash;
    }

    public static Optional<ChainPoint> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ChainPoint(
                        Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }
}
