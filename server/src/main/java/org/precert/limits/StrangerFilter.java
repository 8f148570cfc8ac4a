package org.precert.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down who calls too often from one address, before a body is read or a signature checked. Once it turns out that a client
 * calls, its address gets the call back, see {@link CallerLimits}: many clients may share one.
 */
final class StrangerFilter extends OncePerRequestFilter {

    /** The bucket that was charged, as a request attribute. */
    static final String CHARGED = "org.precert.limits.charged";

    private final Addresses addresses = new Addresses();
    private final Pace pace;
    private final Refusals refusals;
    private final LongSupplier nanos;

    /** @param nanos since the start */
    StrangerFilter(Pace pace, Refusals refusals, LongSupplier nanos) {
        this.pace = pace;
        this.refusals = refusals;
        this.nanos = nanos;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !pace.isBounded() || OpenToAll.includes(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket bucket = addresses.of(request.getRemoteAddr());
        long wait = bucket.take(pace, nanos.getAsLong());
        if (wait > 0) {
            refusals.refuse(
                    response, Door.of(request), Reason.ADDRESS_RATE, Duration.ofNanos(wait), "somebody unknown");
            return;
        }
        request.setAttribute(CHARGED, bucket);
        chain.doFilter(request, response);
    }
}
