package org.precert.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.precert.review.InvalidRequest;
import org.precert.review.TryLater;
import org.precert.sight.Correlation;
import org.precert.sight.FramesOnly;
import org.precert.storage.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns trouble into an OperationOutcome: the caller's with its place, ours with a number to ask for. What was sent is
 * never quoted, in the answer or in the log.
 */
@RestControllerAdvice
final class ErrorEdge {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorEdge.class);

    /** In seconds. */
    private static final String RETRY_AFTER = "5";

    private final ObjectMapper json = new ObjectMapper();

    @ExceptionHandler(InvalidRequest.class)
    ResponseEntity<ObjectNode> invalid(InvalidRequest e) {
        return switch (e.kind()) {
            case MALFORMED -> outcome(HttpStatus.BAD_REQUEST, "invalid", e.getMessage(), e.path());
            case NOT_CONFORMANT -> outcome(HttpStatus.UNPROCESSABLE_ENTITY, "invariant", e.getMessage(), e.path());
            case NOT_FOUND -> outcome(HttpStatus.NOT_FOUND, "not-found", e.getMessage(), e.path());
            case CONFLICT -> outcome(HttpStatus.CONFLICT, "duplicate", e.getMessage(), e.path());
            case FORBIDDEN -> outcome(HttpStatus.FORBIDDEN, "forbidden", e.getMessage(), e.path());
            case PRECONDITION -> outcome(HttpStatus.PRECONDITION_FAILED, "required", e.getMessage(), e.path());
            case TOO_LARGE -> outcome(HttpStatus.PAYLOAD_TOO_LARGE, "too-long", e.getMessage(), e.path());
            case UNSUPPORTED -> outcome(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", e.getMessage(), e.path());
            case NOT_ACCEPTABLE -> outcome(HttpStatus.NOT_ACCEPTABLE, "not-supported", e.getMessage(), e.path());
        };
    }

    @ExceptionHandler(TryLater.class)
    ResponseEntity<ObjectNode> later(TryLater e, HttpServletRequest request) {
        BodyBuilder answer =
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        return failed(answer, request, "transient", e.getMessage());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ObjectNode> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse standard && standard.getStatusCode().is4xxClientError()) {
            return outcome(standard.getStatusCode(), "not-supported", reason(standard.getStatusCode()), "");
        }
        Trouble trouble = Trouble.of(e);
        if (trouble.mayPass()) {
            LOG.warn("The database is {}: {} at {}", trouble, e.getClass().getSimpleName(), origin(e));
            return later(
                    new TryLater("The server can not get at what it keeps just now: send the same again"), request);
        }
        // Messages of libraries may quote data of a patient: the log gets kinds and places (FramesOnly).
        String number = Correlation.here();
        LOG.error("Error {}: {}", number, FramesOnly.of(e));
        BodyBuilder answer =
                ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).header(Correlation.HEADER, number);
        return failed(answer, request, "exception", "The server failed; ask for error " + number);
    }

    /** At the doors of PAS without an OperationOutcome, which would say that the same request can not succeed (spec-39). */
    private ResponseEntity<ObjectNode> failed(
            BodyBuilder answer, HttpServletRequest request, String code, @Nullable String text) {
        return isPas(request.getServletPath())
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(Outcome.of(json, code, text, ""));
    }

    /** The path as Tomcat maps it. */
    static boolean isPas(String path) {
        return path.startsWith("/pas/");
    }

    private static String reason(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "The request is not supported" : known.getReasonPhrase();
    }

    private static String origin(Exception e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("org.precert")) {
                return frame.toString();
            }
        }
        return e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    }

    private ResponseEntity<ObjectNode> outcome(HttpStatusCode status, String code, @Nullable String text, String path) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Outcome.of(json, code, text, path));
    }
}
