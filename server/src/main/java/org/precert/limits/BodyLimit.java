package org.precert.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precert.clients.Caller;
import org.precert.storage.Patience;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body up to a limit of bytes and of time, whatever its headers promise, and before anything parses it; after it is known who
 * sends it. What is compressed is refused: it could be as large as it likes.
 */
final class BodyLimit extends OncePerRequestFilter {

    /** More than any search has; what a container does with more than it takes is to leave them out. */
    private static final int MOST_PARAMETERS = 1000;

    /** What a request for a token may have. */
    private static final int TOKEN_BODY = 64 * 1024;

    /** Strangers may ask for tokens: they do not get to keep a place for long. */
    private static final Duration TOKEN_TIME = Duration.ofSeconds(2);

    private final int usual;
    private final int pas;
    private final Duration time;
    private final Refusals refusals;

    BodyLimit(LimitsProperties limits, Refusals refusals) {
        this.usual = Math.toIntExact(limits.body().toBytes());
        this.pas = Math.toIntExact(limits.pasBody().toBytes());
        this.time = limits.bodyTime();
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Door door = Door.of(request);
        int most = most(door);
        if (isEncoded(request)) {
            // RFC 9110, 15.5.16
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            refuse(request, response, Reason.ENCODED_BODY);
        } else if (request.getContentLengthLong() > most) {
            refuse(request, response, Reason.LONG_BODY);
        } else if (parameters(request.getQueryString()) > MOST_PARAMETERS) {
            refuse(request, response, Reason.MANY_PARAMETERS);
        } else {
            read(request, response, chain, new SentBody(most, door == Door.TOKEN ? TOKEN_TIME : time));
        }
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain, SentBody sent)
            throws ServletException, IOException {
        long before = System.nanoTime();
        SentBody.Outcome outcome = sent.read(request.getInputStream());
        Patience.leaveOut(Duration.ofNanos(System.nanoTime() - before));
        if (outcome instanceof SentBody.Refused refused) {
            refuse(request, response, refused.reason());
        } else if (outcome instanceof SentBody.Whole whole) {
            ReadRequest read = new ReadRequest(request, whole.bytes().array());
            if (read.formParameters() > MOST_PARAMETERS) {
                refuse(request, response, Reason.MANY_PARAMETERS);
            } else {
                chain.doFilter(read, response);
            }
        }
    }

    private int most(Door door) {
        return switch (door) {
            case PAS -> pas;
            case TOKEN -> TOKEN_BODY;
            default -> usual;
        };
    }

    private static boolean isEncoded(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .anyMatch(each -> !each.isEmpty() && !each.equals("identity"));
    }

    private static long parameters(@Nullable String query) {
        return query == null ? 0 : query.chars().filter(each -> each == '&').count() + 1;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        Optional<String> client = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                ? caller.known().map(each -> "the client " + each.id())
                : Optional.empty();
        String who = client.orElse("somebody unknown");
        if (reason.passes()) {
            refusals.refuse(response, Door.of(request), reason, Refusals.shortly(), who);
        } else {
            refusals.refuse(response, Door.of(request), reason, who);
        }
    }
}
