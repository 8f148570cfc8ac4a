package org.precert.clients;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client's JWKS URL answered.
 *
 * @param json a JSON Web Key Set (RFC 7517), not yet looked at
 * @param maxAge how long it may be used
 */
public record FetchedKeys(String json, Duration maxAge) {

    /** Keys are never used for longer, whatever the client's server allows. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration UNSAID = Duration.ofMinutes(10);
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age=\"?(\\d{1,9})");
    private static final Pattern NOT_KEPT = Pattern.compile("(?:^|[\\s,])no-(?:store|cache)");

    public FetchedKeys {
        maxAge = maxAge.compareTo(LONGEST) > 0 ? LONGEST : maxAge;
    }

    /**
     * Reads how long the keys may be used: SMART forbids to keep them for longer than this header says.
     *
     * @param cacheControl the header {@code Cache-Control}, or nothing: ten minutes, then
     */
    public static FetchedKeys of(String json, String cacheControl) {
        String header = cacheControl.toLowerCase(Locale.ROOT);
        if (NOT_KEPT.matcher(header).find()) {
            return new FetchedKeys(json, Duration.ZERO);
        }
        Matcher seconds = MAX_AGE.matcher(header);
        return new FetchedKeys(json, seconds.find() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : UNSAID);
    }
}
