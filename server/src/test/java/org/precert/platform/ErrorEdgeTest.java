package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.requirements.PasRequirement;
import org.precert.review.TryLater;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Our own faults, as callers see them. */
class ErrorEdgeTest {

    private final ErrorEdge edge = new ErrorEdge();

    @ParameterizedTest
    @ValueSource(strings = {"/pas/2.0.1/fhir/Claim/$submit", "/pas/2.2.1/fhir/Subscription"})
    @PasRequirement({"2.0.1@115", "spec-39", "own@one-outcome"})
    void pasIsToldOfThemByTheStatusAlone(String path) {
        ResponseEntity<ObjectNode> failed = edge.other(new IllegalStateException("with a patient's name"), at(path));
        assertThat(failed.getStatusCode().value()).isEqualTo(500);
        assertThat(failed.hasBody()).isFalse();
        assertThat(failed.getHeaders().getFirst("X-Request-Id")).hasSize(36);
        ResponseEntity<ObjectNode> later = edge.later(new TryLater("Too much to do"), at(path));
        assertThat(later.getStatusCode().value()).isEqualTo(503);
        assertThat(later.hasBody()).isFalse();
        assertThat(later.getHeaders().getFirst("Retry-After")).containsOnlyDigits();
    }

    @Test
    void otherDoorsAreToldWhatToAskFor() {
        ResponseEntity<ObjectNode> failed =
                edge.other(new IllegalStateException("with a patient's name"), at("/cds-services/order-sign"));
        String number = Objects.requireNonNull(failed.getHeaders().getFirst("X-Request-Id"));
        assertThat(String.valueOf(failed.getBody()))
                .contains("OperationOutcome", number)
                .doesNotContain("patient's name");
        assertThat(String.valueOf(edge.later(new TryLater("Too much to do"), at("/fhir/$populate"))
                        .getBody()))
                .contains("Too much to do");
    }

    private static MockHttpServletRequest at(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        return request;
    }
}
