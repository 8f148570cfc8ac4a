package org.precert.tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.clients.Client;
import org.precert.clients.ClientAssertions;
import org.precert.clients.Scopes;
import org.precert.clients.Unavailable;
import org.precert.limits.Paces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The token endpoint: a client that signs for itself gets an access token for a few minutes. Errors are those of RFC 6749, 5.2,
 * by their names alone.
 */
@RestController
final class TokenController {

    static final String PATH = "/oauth/token";

    private static final Logger LOG = LoggerFactory.getLogger(TokenController.class);
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Other ways to say who one is: a client uses one, and here there is but one. */
    private static final Set<String> OTHER_WAYS =
            Set.of("client_secret", "code", "refresh_token", "username", "password");

    private final ClientAssertions assertions;
    private final AccessTokens tokens;
    private final AuditTrail audit;
    private final Paces paces;
    private final String url;
    private final ObjectMapper json = new ObjectMapper();

    TokenController(
            ClientAssertions assertions,
            AccessTokens tokens,
            AuditTrail audit,
            Paces paces,
            @Value("${precert.base-url}") String baseUrl) {
        this.assertions = assertions;
        this.tokens = tokens;
        this.audit = audit;
        this.paces = paces;
        this.url = baseUrl + PATH;
    }

    /** What is wrong with a request, by its name in RFC 6749, 5.2. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Refused(String error) {
            super(error);
        }
    }

    /** Somebody who is known asks too often. */
    private static final class TooOften extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long seconds;

        private TooOften(Duration wait) {
            super("too often");
            this.seconds = wait.toSeconds() + 1;
        }
    }

    /** The body is read here: what a query says does not count, and Spring would ask for parameters of either. */
    @PostMapping(PATH)
    ResponseEntity<ObjectNode> token(HttpServletRequest request) throws IOException {
        try {
            return answer(HttpStatus.OK, granted(form(request), request));
        } catch (Refused e) {
            boolean unknown = "invalid_client".equals(e.getMessage());
            return answer(
                    unknown ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                    json.createObjectNode().put("error", e.getMessage()));
        } catch (TooOften e) {
            ResponseEntity<ObjectNode> later = answer(HttpStatus.TOO_MANY_REQUESTS, unavailable());
            return ResponseEntity.status(later.getStatusCode())
                    .headers(later.getHeaders())
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds))
                    .body(later.getBody());
        } catch (Unavailable | DataAccessException e) {
            LOG.warn("A token can not be issued: {}", e.getClass().getSimpleName());
            return answer(HttpStatus.SERVICE_UNAVAILABLE, unavailable());
        }
    }

    private ObjectNode granted(Form form, HttpServletRequest request) {
        String grant = form.value("grant_type").orElseThrow(() -> new Refused("invalid_request"));
        if (!grant.equals("client_credentials")) {
            throw new Refused("unsupported_grant_type");
        }
        String certificate = Fingerprint.ofCertificate(request);
        Client client = client(form, certificate);
        Duration wait = paces.take(client.id());
        if (!wait.isZero()) {
            throw new TooOften(wait);
        }
        Scopes asked = Scopes.asked(form.value("scope").orElse(""));
        Scopes granted = asked.and(client.access().scopes());
        if (granted.isEmpty()) {
            LOG.info("A token was refused: no scope (the client {})", client.id());
            throw new Refused("invalid_scope");
        }
        String token = tokens.issue(new AccessToken(client.id(), granted, certificate));
        // Nobody gets one that is not recorded.
        audit.record(new AuditEntry.TokenIssued(client.id(), granted.text()));
        return json.createObjectNode()
                .put("access_token", token)
                .put("token_type", "bearer")
                .put("expires_in", AccessTokens.LIFE.toSeconds())
                .put("scope", granted.equals(asked) ? form.value("scope").orElse("") : granted.text());
    }

    private Client client(Form form, String certificate) {
        Optional<String> assertion = form.value("client_assertion");
        if (assertion.isEmpty()
                || !form.value("client_assertion_type")
                        .filter(ASSERTION_TYPE::equals)
                        .isPresent()) {
            throw new Refused("invalid_client");
        }
        Client client = assertions.client(assertion.get(), url).orElseThrow(() -> new Refused("invalid_client"));
        if (form.value("client_id").filter(id -> !id.equals(client.id())).isPresent()) {
            throw new Refused("invalid_client");
        }
        if (!client.access().acceptsCertificate(certificate)) {
            LOG.info("A token was refused: its certificate (the client {})", client.id());
            throw new Refused("invalid_client");
        }
        return client;
    }

    private ObjectNode unavailable() {
        return json.createObjectNode().put("error", "temporarily_unavailable");
    }

    private static Form form(HttpServletRequest request) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        boolean isForm = type.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        Optional<Form> form = isForm ? Form.of(request.getInputStream().readAllBytes()) : Optional.empty();
        if (form.isEmpty() || OTHER_WAYS.stream().anyMatch(form.get().parameters()::containsKey)) {
            throw new Refused("invalid_request");
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            throw new Refused("invalid_client");
        }
        return form.get();
    }

    private static ResponseEntity<ObjectNode> answer(HttpStatus status, ObjectNode body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache");
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(body);
    }
}
