package org.precert.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.precert.review.ReviewRequest;

/** How long this node takes to answer: {@code precert.crd.call} for the door crd, tagged with hook and outcome. */
final class CallMeter {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10)
    };
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final MeterRegistry meters;

    CallMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Also counts a call that could not be kept, and so is not answered. */
    void time(ReviewRequest.Call call, int status, Runnable keeping) {
        int outcome = FAILED;
        try {
            keeping.run();
            outcome = status;
        } finally {
            record(call, outcome);
        }
    }

    private void record(ReviewRequest.Call call, int status) {
        String[] door = call.door().split("\\.", 2);
        Timer.builder("precert." + door[0] + ".call")
                .description("From the arrival of a call until its answer is kept")
                .tag("hook", door.length > 1 ? door[1] : "")
                .tag("outcome", status >= FAILED ? "failed" : status >= REFUSED ? "refused" : "answered")
                .serviceLevelObjectives(LIMITS)
                .register(meters)
                .record(call.deadline().elapsed());
    }
}
