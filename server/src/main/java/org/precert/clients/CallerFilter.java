package org.precert.clients;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precert.clients.Verdict.Accepted;
import org.precert.clients.Verdict.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells who calls a CDS service, by the token that was signed for this call; or answers 401 without a word of why: CDS Hooks
 * wants it so. Discovery and the questions that a browser asks beforehand are for everybody. Where trust is off, a token that
 * is not good makes its sender nobody in particular: the public sandbox signs with a key that nobody has registered.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);

    private static final Pattern BEARER = Pattern.compile("bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final TokenCheck tokens;
    private final Trust trust;
    private final String baseUrl;

    CallerFilter(TokenCheck tokens, Trust trust, String baseUrl) {
        this.tokens = tokens;
        this.trust = trust;
        this.baseUrl = baseUrl;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean discovery =
                READING.contains(request.getMethod()) && path(request).equals("/cds-services");
        return discovery || request.getMethod().equals("OPTIONS");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Verdict verdict = verdict(request);
        if (verdict instanceof Refused refused) {
            log(refused);
            if (trust == Trust.REQUIRED) {
                refuse(refused, response);
                return;
            }
        }
        request.setAttribute(Caller.ATTRIBUTE, caller(verdict));
        chain.doFilter(request, response);
    }

    private static Caller caller(Verdict verdict) {
        return verdict instanceof Accepted accepted ? new Caller.Registered(accepted.client()) : new Caller.Anybody();
    }

    private void log(Refused refused) {
        if (trust == Trust.REQUIRED) {
            LOG.info("A call was refused: {} ({})", refused.why().code(), refused.about());
        } else if (refused.why() != Refusal.NO_TOKEN) {
            LOG.info("A token does not count: {} ({})", refused.why().code(), refused.about());
        }
    }

    private Verdict verdict(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.isEmpty()) {
            return new Refused(Refusal.NO_TOKEN, "nobody");
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        if (headers.size() > 1 || !bearer.matches()) {
            return new Refused(Refusal.MALFORMED, "nobody");
        }
        return tokens.check(bearer.group(1), baseUrl + path(request));
    }

    /** As it was sent: a token is for one URL, and a second spelling of it is another one. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /**
     * Not by sendError: the page that answers it tells the time, and no two refusals would be the same. A token that is good, but
     * of which the database does not tell whether it is new, is no reason for a client to think that it is not known any more.
     */
    private static void refuse(Refused refused, HttpServletResponse response) {
        if (refused.why() == Refusal.STORE_UNAVAILABLE) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentLength(0);
    }
}
