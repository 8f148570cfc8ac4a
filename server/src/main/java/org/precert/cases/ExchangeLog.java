package org.precert.cases;

import java.sql.Timestamp;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps a row of each call of PAS for its metrics: PAS 2.2.1, metric-2. */
public final class ExchangeLog {

    private static final String ADD = """
            insert into pas_exchange (id, at, kind, version, client, payer, status, took_ms, line_count, failures, for_others)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int LONGEST = 200;
    private static final int LONGEST_PAYER = 100;

    private final JdbcTemplate jdbc;
    private final Supplier<String> ids;

    ExchangeLog(JdbcTemplate jdbc, Supplier<String> ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    public void record(PasExchange exchange) {
        jdbc.update(
                ADD,
                ids.get(),
                Timestamp.from(exchange.at()),
                exchange.kind().code(),
                exchange.version(),
                cut(exchange.client(), LONGEST),
                cut(exchange.payer(), LONGEST_PAYER),
                exchange.status(),
                exchange.took().toMillis(),
                exchange.lines(),
                cut(String.join(",", exchange.failures()), LONGEST),
                exchange.forOthers());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
