package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.mock.web.MockHttpServletResponse;

/** Each door is refused in its own way, and told when to come back. */
class RefusalsTest {

    private static final Duration WAIT = Duration.ofMillis(1500);

    private final Refusals refusals = new Refusals();

    private MockHttpServletResponse refused(Door door, Reason reason) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        refusals.refuse(response, door, reason, WAIT, "a test");
        return response;
    }

    private static JsonNode json(MockHttpServletResponse response) throws IOException {
        assertThat(response.getContentType()).startsWith("application/json");
        return new ObjectMapper().readTree(response.getContentAsByteArray());
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"PAS", "TOKEN"},
            mode = Mode.EXCLUDE)
    void whoeverIsTooFastGetsOneOutcomeAndATime(Door door) throws IOException {
        MockHttpServletResponse response = refused(door, Reason.CLIENT_RATE);
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(json(response).path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(json(response).path("issue")).hasSize(1);
        assertThat(json(response).at("/issue/0/code").asText()).isEqualTo("throttled");
    }

    /** A 4xx would say that the same request can never succeed, and an OperationOutcome likewise: PAS 2.2.1, spec-39. */
    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"ADDRESS_RATE", "CLIENT_RATE", "IN_FLIGHT", "SHARE", "SLOW_BODY"})
    void priorAuthorizationIsToldThatItMayTryAgain(Reason reason) throws IOException {
        MockHttpServletResponse response = refused(Door.PAS, reason);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LONG_BODY, 413, too-long", "ENCODED_BODY, 415, not-supported", "MANY_PARAMETERS, 400, too-costly"})
    void priorAuthorizationIsToldWhatCanNeverSucceed(Reason reason, int status, String code) throws IOException {
        MockHttpServletResponse response = refused(Door.PAS, reason);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(json(response).at("/issue/0/code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS_RATE, 429, temporarily_unavailable",
        "SLOW_BODY, 408, temporarily_unavailable",
        "LONG_BODY, 413, invalid_request"
    })
    void theTokenEndpointAnswersAsOAuthDoes(Reason reason, int status, String error) throws IOException {
        MockHttpServletResponse response = refused(Door.TOKEN, reason);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(json(response).path("error").asText()).isEqualTo(error);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT59.5S, 60", "PT0S, 1"})
    void theTimeIsInWholeSecondsAndNeverTooShort(Duration wait, long seconds) {
        assertThat(Refusals.wholeSeconds(wait)).isEqualTo(seconds);
    }

    @Test
    void theyAreCountedByDoorAndReasonAndNotByClient() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        refusals.bindTo(registry);
        refused(Door.CRD, Reason.SHARE);
        refused(Door.CRD, Reason.SHARE);
        assertThat(registry.get("precert.refused")
                        .tag("door", "crd")
                        .tag("reason", "share")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.getMeters())
                .hasSize(Door.values().length * Reason.values().length)
                .allSatisfy(meter -> assertThat(meter.getId().getTags()).hasSize(2));
    }
}
