package org.precert.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.precert.cases.NotPossible;
import org.precert.cases.Stale;
import org.precert.review.InvalidRequest;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells staff what went wrong in words; the desk is no FHIR door, and has no use for an OperationOutcome. */
@RestControllerAdvice(assignableTypes = DeskController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DeskErrors {

    private final ObjectMapper json;

    DeskErrors(ObjectMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> invalid(InvalidRequest e) {
        return problem(e.kind().status(), "invalid", e.getMessage(), e.path());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> stale(Stale e) {
        return problem(
                HttpStatus.CONFLICT.value(),
                "changed-meanwhile",
                "Nothing was done: the case has changed since you read it. Read it again, and decide anew.",
                "version");
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> notPossible(NotPossible e) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY.value(), "not-possible", e.getMessage(), "");
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> notAllowed(NotAllowed e) {
        return problem(HttpStatus.FORBIDDEN.value(), "not-allowed", e.getMessage(), "");
    }

    /** A body that is no JSON, or a word where a number is wanted in the address: what it says may be of a patient. */
    @ExceptionHandler({HttpMessageNotReadableException.class, TypeMismatchException.class, ArithmeticException.class})
    ResponseEntity<ObjectNode> unreadable() {
        return problem(HttpStatus.BAD_REQUEST.value(), "invalid", "This can not be read", "");
    }

    private ResponseEntity<ObjectNode> problem(int status, String kind, @Nullable String words, String path) {
        ObjectNode body = json.createObjectNode().put("problem", kind).put("words", words);
        if (!path.isEmpty()) {
            body.put("path", path);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
