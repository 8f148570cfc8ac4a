package org.precert.ledger.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How long half, nineteen of twenty, and ninety-nine of a hundred answers took at most. */
record Percentiles(double p50Millis, double p95Millis, double p99Millis) {

    static final Percentiles NONE = new Percentiles(0, 0, 0);

    static final String SQL = """
            percentile_cont(0.5) within group (order by e.took_us) as p50,
            percentile_cont(0.95) within group (order by e.took_us) as p95,
            percentile_cont(0.99) within group (order by e.took_us) as p99""";

    private static final double MICROS = 1000.0;

    static Percentiles read(ResultSet row) throws SQLException {
        return new Percentiles(millis(row, "p50"), millis(row, "p95"), millis(row, "p99"));
    }

    private static double millis(ResultSet row, String column) throws SQLException {
        return Math.round(row.getDouble(column)) / MICROS;
    }
}
