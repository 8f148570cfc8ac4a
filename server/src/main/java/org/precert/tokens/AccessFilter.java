package org.precert.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.Clients;
import org.precert.clients.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells who calls a FHIR door, by an access token, and whether it may do that. What the doors say of themselves is for
 * everybody, as are the questions that a browser asks beforehand. Where trust is off, a token that is not good makes its
 * sender nobody in particular; a good one counts, and does no more than its scopes say.
 */
final class AccessFilter extends OncePerRequestFilter {

    /** Where the FHIR store tells the further pages of a search. */
    static final String PAGES = "/fhir";

    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final Pattern BEARER = Pattern.compile("bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(
            "(?:/pas/[0-9.]+)?/fhir/metadata|(?:/(?:pas|dtr)/[0-9.]+|/patient-access)?/fhir/\\.well-known/smart-configuration");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final AccessTokens tokens;
    private final Clients clients;
    private final Trust trust;

    AccessFilter(AccessTokens tokens, Clients clients, Trust trust) {
        this.tokens = tokens;
        this.clients = clients;
        this.trust = trust;
    }

    /** @param client as it is registered now */
    private record Bearer(Client client, AccessToken token) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean open = READING.contains(request.getMethod())
                && OPEN.matcher(raw(request)).matches();
        return open || request.getMethod().equals("OPTIONS");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        Optional<Bearer> bearer;
        try {
            bearer = headers.size() == 1 ? bearer(headers.get(0), request) : Optional.empty();
        } catch (DataAccessException e) {
            LOG.warn("It can not be told who calls: {}", e.getClass().getSimpleName());
            // Without a body: PAS wants no OperationOutcome with what may be tried again.
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.setContentLength(0);
            return;
        }
        if (bearer.isEmpty() && trust == Trust.REQUIRED) {
            String error = headers.isEmpty() ? "" : " error=\"invalid_token\"";
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer" + error);
            refuse(response, 401, "login", "An access token is needed");
            return;
        }
        if (bearer.isPresent() && !isAllowed(bearer.get(), request, response)) {
            refuse(response, 403, "forbidden", "insufficient_scope");
            return;
        }
        request.setAttribute(
                Caller.ATTRIBUTE,
                bearer.<Caller>map(each -> new Caller.Registered(each.client())).orElseGet(Caller.Anybody::new));
        chain.doFilter(request, response);
    }

    private Optional<Bearer> bearer(String header, HttpServletRequest request) {
        Matcher bearer = BEARER.matcher(header);
        Optional<AccessToken> token = bearer.matches() ? tokens.find(bearer.group(1)) : Optional.empty();
        Optional<Bearer> good = token.filter(each ->
                        each.certificate().isEmpty() || each.certificate().equals(Fingerprint.ofCertificate(request)))
                .flatMap(each -> clients.byId(each.client()).map(client -> new Bearer(client, each)));
        if (good.isEmpty()) {
            LOG.info(
                    "An access token was refused ({})",
                    token.map(each -> "the client " + each.client()).orElse("nobody"));
        }
        return good;
    }

    /** By what the token says, and what its client is registered with now. */
    private static boolean isAllowed(Bearer bearer, HttpServletRequest request, HttpServletResponse response) {
        Optional<RouteScopes.Need> need =
                plainPath(request).flatMap(path -> RouteScopes.need(request.getMethod(), path));
        boolean allowed = need.filter(each -> each.isMetBy(bearer.token().scopes())
                        && each.isMetBy(bearer.client().access().scopes()))
                .isPresent();
        if (!allowed) {
            LOG.info(
                    "A call was refused: insufficient-scope (the client {})",
                    bearer.client().id());
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\""
                            + need.map(each -> ", scope=\"" + each.text() + "\"")
                                    .orElse(""));
        }
        return allowed;
    }

    /**
     * The path as Tomcat maps it, if it was spelled plainly: another spelling could be another route to whoever answers.
     */
    private static Optional<String> plainPath(HttpServletRequest request) {
        String mapped = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        try {
            String sent = URLDecoder.decode(raw(request).replace("+", "%2B"), UTF_8);
            return sent.equals(mapped) ? Optional.of(mapped) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String raw(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void refuse(HttpServletResponse response, int status, String code, String text) throws IOException {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("application/fhir+json");
        response.getOutputStream().write("""
                        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s",\
                        "details":{"text":"%s"},"diagnostics":"%s"}]}""".formatted(code, text, text).getBytes(UTF_8));
    }
}
