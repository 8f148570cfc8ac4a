package org.precert.load;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What a database beside the server used.
 *
 * @param ticks of its processes, in 10 ms
 * @param bytes that it holds; not used but present
 */
record DatabaseUsage(long ticks, long bytes) {

    private static final double MILLIS = 10;

    /** Reads it. */
    interface Meter {
        DatabaseUsage now() throws IOException;
    }

    static DatabaseUsage of(long postmaster, String url) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_database_size(current_database())")) {
            row.next();
            return new DatabaseUsage(Usage.ticksWithChildren(postmaster), row.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DatabaseUsage since(DatabaseUsage before) {
        return new DatabaseUsage(ticks - before.ticks, bytes - before.bytes);
    }

    double millisPer(long calls) {
        return ticks * MILLIS / calls;
    }

    double kilobytesPer(long calls) {
        return bytes / 1024.0 / calls;
    }
}
