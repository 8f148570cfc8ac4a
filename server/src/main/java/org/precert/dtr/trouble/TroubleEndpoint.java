package org.precert.dtr.trouble;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.lang.Nullable;

/**
 * {@code GET /actuator/dtr-errors?since=...}: what clients reported of our forms since then, else in the last week, over all
 * nodes. Reports are kept by the hour: the hour in which {@code since} lies counts whole. It holds no data of patients; it
 * is exposed where {@code management.endpoints.web.exposure.include} says dtrErrors.
 */
@Endpoint(id = "dtrErrors")
final class TroubleEndpoint {

    private static final Duration USUAL = Duration.ofDays(7);

    private final TroubleCounts counts;
    private final Clock clock;

    TroubleEndpoint(TroubleCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** @param errors at most 500 kinds, the most frequent first */
    record Reported(String since, List<TroubleCount> errors) {}

    @ReadOperation
    Reported reported(@Nullable OffsetDateTime since) {
        OffsetDateTime from = Optional.ofNullable(since)
                .orElseGet(() -> clock.instant().atOffset(ZoneOffset.UTC).minus(USUAL));
        return new Reported(from.toString(), counts.since(from));
    }
}
