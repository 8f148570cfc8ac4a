package org.precert.cases.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseHistories;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.lang.Nullable;

/**
 * {@code GET /actuator/pas?from=...&to=...}: the guide's metrics of a period, else of the last thirty days, over all nodes. It holds
 * no data of patients, but of the business: it is exposed where {@code management.endpoints.web.exposure.include} says so.
 */
@Endpoint(id = "pas")
final class PasEndpoint {

    private static final Duration USUAL = Duration.ofDays(30);

    private final CaseHistories histories;
    private final ExchangeCounts counts;
    private final Clock clock;

    PasEndpoint(CaseHistories histories, ExchangeCounts counts, Clock clock) {
        this.histories = histories;
        this.counts = counts;
        this.clock = clock;
    }

    @ReadOperation
    PasMetrics metrics(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        // A moment longer, for the end is not part of the period, and what was counted now should be.
        Instant now = clock.instant();
        Instant end = Optional.ofNullable(to).map(OffsetDateTime::toInstant).orElse(now.plusSeconds(1));
        Instant first = Optional.ofNullable(from).map(OffsetDateTime::toInstant).orElse(end.minus(USUAL));
        if (!first.isBefore(end)) {
            throw new InvalidEndpointRequestException("The period ends before it begins", "'from' is not before 'to'");
        }
        PasCount count = new PasCount();
        histories.read(end, first, history -> {
            boolean within = history.get(0).event() instanceof CaseEvent.Opened opened
                    && !opened.receivedAt().isBefore(first);
            if (within) {
                count.add(history);
            }
        });
        return new PasMetrics(
                "payer-src",
                first.toString(),
                end.toString(),
                counts.calls(first, end),
                count.requests(),
                count.finalAtOnce(),
                count.pends(),
                count.timeToFinal(),
                count.results(),
                counts.outstanding(now),
                count.documents(),
                count.crd(),
                count.reasons());
    }
}
