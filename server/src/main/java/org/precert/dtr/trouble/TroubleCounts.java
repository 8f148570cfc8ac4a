package org.precert.dtr.trouble;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts reports in the database, the most frequent first. */
final class TroubleCounts {

    private static final String KIND = "questionnaire, version, library, define, line, severity, code, detail";
    private static final String COUNT = "select " + KIND + ", sum(times) as total, count(distinct client) as clients,"
            + " min(received_at) as first_at, max(last_at) as latest_at from dtr_trouble where last_at >= ?"
            + " group by " + KIND + " order by total desc, " + KIND + " fetch first 500 rows only";

    private final JdbcTemplate jdbc;

    TroubleCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<TroubleCount> since(OffsetDateTime moment) {
        return jdbc.query(COUNT, (row, index) -> count(row), moment);
    }

    private static TroubleCount count(ResultSet row) throws SQLException {
        int line = row.getInt("line");
        return new TroubleCount(
                row.getString("questionnaire"),
                row.getString("version"),
                row.getString("library"),
                row.getString("define"),
                line == 0 ? null : line,
                row.getString("severity"),
                row.getString("code"),
                row.getString("detail"),
                row.getLong("total"),
                row.getLong("clients"),
                time(row, "first_at"),
                time(row, "latest_at"));
    }

    private static String time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }
}
