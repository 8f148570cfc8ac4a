package org.precert.outgoing;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A header that a receiver wants to get, as it was registered. Its value may be the receiver's secret: it is written to no
 * log.
 */
public record Header(String name, String value) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 8 * 1024;

    /** RFC 9110, 5.1 and 5.6.2. */
    private static final Predicate<String> NAME =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+").asMatchPredicate();

    /** RFC 9110, 5.5: neither a line break nor any other control character, which could begin another header. */
    private static final Predicate<String> VALUE =
            Pattern.compile("[!-~]([\\t -~]*[!-~])?").asMatchPredicate();

    /** What says how a message is framed, where it goes, and what its body is: others read these, and so might disagree. */
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "content-type",
            "content-encoding",
            "content-range",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept-encoding",
            "http2-settings");

    /** Whether it may be sent. */
    public boolean isAllowed() {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST_NAME
                && value.length() <= LONGEST_VALUE
                && NAME.test(name)
                && VALUE.test(value)
                && !OURS.contains(lower)
                && !lower.startsWith("proxy-");
    }

    /** The name alone. */
    @Override
    public String toString() {
        return "Header " + name;
    }
}
