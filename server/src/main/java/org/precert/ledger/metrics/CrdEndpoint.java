package org.precert.ledger.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.lang.Nullable;

/**
 * {@code GET /actuator/crd?from=...&to=...}: the guide's metrics of a period, else of the last day, over all nodes. It holds
 * no data of patients, but of the business: it is exposed where {@code management.endpoints.web.exposure.include} says so.
 */
@Endpoint(id = "crd")
final class CrdEndpoint {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Slice ANY = new Slice("", "");

    private final LedgerCounts counts;
    private final Clock clock;

    CrdEndpoint(LedgerCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @ReadOperation
    CrdMetrics metrics(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        // A moment longer, for the end is not part of the period, and what was counted now should be.
        OffsetDateTime end = Optional.ofNullable(to)
                .orElseGet(() -> clock.instant().atOffset(ZoneOffset.UTC).plusSeconds(1));
        Period period = new Period(Optional.ofNullable(from).orElse(end.minus(USUAL)), end);
        if (!period.from().isBefore(period.to())) {
            throw new InvalidEndpointRequestException("The period ends before it begins", "'from' is not before 'to'");
        }
        List<CallCount> calls = counts.calls(period);
        SegmentCount all =
                new SegmentCount(calls, counts.answers(period), counts.informedOrders(period), counts.feedback(period));
        Percentiles took = counts.took(period, Grouping.ALL).getOrDefault(Grouping.ALL.of(ANY), Percentiles.NONE);
        return new CrdMetrics(
                "payer-src",
                period.from().toString(),
                period.to().toString(),
                all.of(any -> true, took),
                segments(all, period, Grouping.HOOK, Slice::hook),
                segments(all, period, Grouping.CLIENT, Slice::clientName));
    }

    private Map<String, Segment> segments(
            SegmentCount all, Period period, Grouping grouping, Function<Slice, String> name) {
        Map<String, Percentiles> took = counts.took(period, grouping);
        Map<String, Segment> segments = new TreeMap<>();
        all.calls().stream().map(CallCount::slice).forEach(slice -> {
            String key = grouping.of(slice);
            segments.computeIfAbsent(
                    name.apply(slice),
                    any -> all.of(each -> grouping.of(each).equals(key), took.getOrDefault(key, Percentiles.NONE)));
        });
        return segments;
    }
}
