package org.precert.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.review.Deadline;
import org.precert.review.ReviewRequest;

/** Each call is timed once, by its hook and by how it ended. */
class CallMeterTest {

    private static final ReviewRequest.Call CALL = new ReviewRequest.Call(
            "crd.order-sign",
            "",
            Set.of(),
            "",
            JsonNodeFactory.instance.objectNode(),
            Deadline.after(Duration.ofSeconds(5)));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallMeter meter = new CallMeter(meters);

    @ParameterizedTest
    @CsvSource({"200,answered", "400,refused", "412,refused", "500,failed"})
    void tellsOutcomesApart(int status, String outcome) {
        meter.time(CALL, status, () -> {});
        assertThat(meters.get("precert.crd.call")
                        .tags("hook", "order-sign", "outcome", outcome)
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void countsACallThatCouldNotBeKeptAsFailed() {
        assertThatThrownBy(() -> meter.time(CALL, 200, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(meters.get("precert.crd.call")
                        .tag("outcome", "failed")
                        .timer()
                        .count())
                .isOne();
    }
}
