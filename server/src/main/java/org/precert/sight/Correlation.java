package org.precert.sight;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * By what a request is found again: in every line that the log has of it, in its trace, in the audit record and in what its
 * caller was answered. Of what callers send only a W3C {@code traceparent} and an {@code X-Request-Id} that is a UUID count:
 * anything else could tell of a patient.
 *
 * @param traceId 32 hexadecimal digits
 * @param parent the caller's span, 16 hexadecimal digits; empty if it told of none
 * @param requestId a UUID: the caller's, or that of the trace
 */
public record Correlation(String traceId, String parent, String requestId) {

    /** The attribute of a request. */
    public static final String ATTRIBUTE = "org.precert.sight.Correlation";

    /** The header of requests and answers. */
    public static final String HEADER = "X-Request-Id";

    static final String TRACE = "trace.id";
    static final String REQUEST = "http.request.id";

    /** https://www.w3.org/TR/trace-context/ : a later version may have more, behind a hyphen. */
    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.{0,200})?");

    private static final Pattern UNIQUE = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * @param traceparents the headers of that name
     * @param requestIds the headers {@code X-Request-Id}
     */
    public static Correlation of(List<String> traceparents, List<String> requestIds) {
        Optional<Matcher> told = only(traceparents).map(TRACEPARENT::matcher).filter(Correlation::isOne);
        String trace = told.map(found -> found.group(2)).orElseGet(Correlation::newTrace);
        String request = only(requestIds)
                .filter(each -> UNIQUE.matcher(each).matches())
                .map(each -> each.toLowerCase(Locale.ROOT))
                .orElseGet(() -> dashed(trace));
        return new Correlation(trace, told.map(found -> found.group(3)).orElse(""), request);
    }

    private static boolean isOne(Matcher found) {
        return found.matches() && (found.group(4) == null || !found.group(1).equals("00"));
    }

    private static Optional<String> only(List<String> headers) {
        return headers.size() == 1 ? Optional.of(headers.get(0)) : Optional.empty();
    }

    /** No secret hangs on it, so it need not be hard to guess; it must not be all zeros. */
    private static String newTrace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
    }

    private static String dashed(String trace) {
        return String.join(
                "-",
                trace.substring(0, 8),
                trace.substring(8, 12),
                trace.substring(12, 16),
                trace.substring(16, 20),
                trace.substring(20));
    }

    /** The id of the request that this thread works for; a new one where it works for none. */
    public static String here() {
        String known = MDC.get(REQUEST);
        return known == null ? UUID.randomUUID().toString() : known;
    }

    /** From now on this thread's lines have it. */
    public void enter() {
        MDC.put(TRACE, traceId);
        MDC.put(REQUEST, requestId);
    }

    /** This thread works for no request any more. */
    public static void leave() {
        MDC.remove(TRACE);
        MDC.remove(REQUEST);
    }
}
