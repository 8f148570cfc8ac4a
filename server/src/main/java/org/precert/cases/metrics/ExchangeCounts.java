package org.precert.cases.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts in the database: calls of a period, and the requests that are open now. */
final class ExchangeCounts {

    private static final String WITHIN = " from pas_exchange where at >= ? and at < ? ";
    private static final String CALLS = """
            select kind, status, failures, for_others, count(*) as calls""" + WITHIN + "group by kind, status, failures, for_others";
    private static final String TOOK = """
            select percentile_cont(0.5) within group (order by took_ms) as p50,
              percentile_cont(0.95) within group (order by took_ms) as p95,
              percentile_cont(0.99) within group (order by took_ms) as p99""" + WITHIN;
    private static final String OPEN = "select received_at, open_lines, due_at from pa_case where open_lines > 0";
    private static final int REFUSED = 400;
    private static final double MILLIS = 3_600_000.0;

    private final JdbcTemplate jdbc;

    ExchangeCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Kind(String type, int status, List<String> failures, boolean forOthers, long calls) {

        boolean isError() {
            return status >= REFUSED || !failures.isEmpty();
        }

        static Kind read(ResultSet row) throws SQLException {
            String failures = row.getString("failures");
            return new Kind(
                    row.getString("kind"),
                    row.getInt("status"),
                    failures.isEmpty() ? List.of() : List.of(failures.split(",")),
                    row.getBoolean("for_others"),
                    row.getLong("calls"));
        }
    }

    PasMetrics.Calls calls(Instant from, Instant to) {
        Timestamp first = Timestamp.from(from);
        Timestamp end = Timestamp.from(to);
        List<Kind> kinds = jdbc.query(CALLS, (row, index) -> Kind.read(row), first, end);
        Map<String, Map<String, Long>> byType = new TreeMap<>();
        Map<String, Long> errors = new TreeMap<>();
        for (Kind kind : kinds) {
            byType.computeIfAbsent(kind.type(), any -> new TreeMap<>())
                    .merge(Integer.toString(kind.status()), kind.calls(), Long::sum);
            kind.failures().forEach(code -> errors.merge(code, kind.calls(), Long::sum));
        }
        long all = kinds.stream().mapToLong(Kind::calls).sum();
        long wrong = kinds.stream().filter(Kind::isError).mapToLong(Kind::calls).sum();
        long others =
                kinds.stream().filter(Kind::forOthers).mapToLong(Kind::calls).sum();
        double[] took = jdbc.queryForObject(
                TOOK,
                (row, index) -> new double[] {row.getDouble("p50"), row.getDouble("p95"), row.getDouble("p99")},
                first,
                end);
        double[] known = took == null ? new double[] {0, 0, 0} : took;
        return new PasMetrics.Calls(
                all, byType, wrong, PasCount.share(wrong, all), errors, others, known[0], known[1], known[2]);
    }

    PasMetrics.Outstanding outstanding(Instant now) {
        Waiting waiting = new Waiting(now);
        jdbc.query(OPEN, waiting::add);
        return new PasMetrics.Outstanding(
                waiting.requests, waiting.lines, waiting.overdue, waiting.oldest.toMillis() / MILLIS, waiting.byAge);
    }

    private static final class Waiting {

        private final Instant now;
        private long requests;
        private long lines;
        private long overdue;
        private Duration oldest = Duration.ZERO;
        private final Map<String, Long> byAge = new TreeMap<>();

        Waiting(Instant now) {
            this.now = now;
        }

        void add(ResultSet row) throws SQLException {
            requests++;
            lines += row.getLong("open_lines");
            Timestamp due = row.getTimestamp("due_at");
            overdue += due != null && due.toInstant().isBefore(now) ? 1 : 0;
            Duration age = Duration.between(row.getTimestamp("received_at").toInstant(), now);
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
            byAge.merge(name(age), 1L, Long::sum);
        }

        private static String name(Duration age) {
            if (age.toDays() < 1) {
                return "under 1 day";
            }
            if (age.toDays() < 3) {
                return "1 to 3 days";
            }
            return age.toDays() < 7 ? "3 to 7 days" : "7 days and more";
        }
    }
}
