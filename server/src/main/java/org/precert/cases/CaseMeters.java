package org.precert.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.precert.sight.Reading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code precert.cases}: how many cases wait for a decision, over all nodes, and where their clocks stand. */
@Component
final class CaseMeters implements MeterBinder {

    private static final String COUNT = """
            select count(*) as waiting,
              coalesce(sum(case when warn_at <= ? and due_at > ? then 1 else 0 end), 0) as soon,
              coalesce(sum(case when due_at <= ? then 1 else 0 end), 0) as breached
            from pa_case where open_lines > 0""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseMeters(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Count(long waiting, long soon, long breached) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Reading<Count> reading = Reading.of("case-meters", this::count);
        gauge(registry, reading, "open", "Cases with a line that is not decided", Count::waiting);
        gauge(registry, reading, "due", "Open cases that are to be warned of, and not yet too late", Count::soon);
        gauge(registry, reading, "breached", "Open cases that should have been decided by now", Count::breached);
    }

    private static void gauge(
            MeterRegistry registry, Reading<Count> reading, String state, String what, ToDoubleFunction<Count> of) {
        Gauge.builder("precert.cases." + state, () -> reading.figure(of))
                .description(what)
                .register(registry);
    }

    private Count count() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Count> counts = jdbc.query(COUNT, (row, index) -> count(row), now, now, now);
        return counts.get(0);
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getLong("waiting"), row.getLong("soon"), row.getLong("breached"));
    }
}
