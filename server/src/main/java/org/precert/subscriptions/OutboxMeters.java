package org.precert.subscriptions;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.precert.sight.Reading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code precert.outbox}: notifications that have not arrived, over all nodes. Dead ones are told by the endpoint. */
@Component
final class OutboxMeters implements MeterBinder {

    private static final String OLDEST = "select min(queued_at) from pas_notification where state = 'waiting'";

    private final JdbcTemplate jdbc;
    private final Undelivered undelivered;
    private final Clock clock;

    OutboxMeters(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.undelivered = new Undelivered(jdbc);
        this.clock = clock;
    }

    private record Count(long waiting, long dead, double lag) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Reading<Count> reading = Reading.of("outbox-meters", this::count);
        Gauge.builder("precert.outbox.waiting", () -> reading.figure(Count::waiting))
                .description("Notifications that are to be delivered")
                .register(registry);
        Gauge.builder("precert.outbox.dead", () -> reading.figure(Count::dead))
                .description("Notifications that were given up")
                .register(registry);
        Gauge.builder("precert.outbox.lag", () -> reading.figure(Count::lag))
                .description("Since when the notification waits that waits longest")
                .baseUnit("seconds")
                .register(registry);
    }

    private Count count() {
        Instant now = clock.instant();
        Optional<OffsetDateTime> oldest = Optional.ofNullable(jdbc.queryForObject(OLDEST, OffsetDateTime.class));
        double lag = oldest.map(since ->
                        (double) Duration.between(since.toInstant(), now).toSeconds())
                .orElse(0.0);
        return new Count(undelivered.count("waiting"), undelivered.count("dead"), Math.max(0, lag));
    }
}
