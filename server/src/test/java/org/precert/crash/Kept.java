package org.precert.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.precert.storage.Packed;

/** What stands in the database when all is over, read past the server. */
final class Kept implements AutoCloseable {

    private final Connection connection;

    Kept(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
    }

    /** @param response as it was sent */
    record Submission(String id, String hash, String caseId, String response) {}

    List<Submission> submissions() throws SQLException {
        List<Submission> all = new ArrayList<>();
        each(
                "select id, hash, case_id, response from submission",
                row -> all.add(new Submission(row.getString(1), row.getString(2), row.getString(3), utf8(row, 4))));
        return all;
    }

    /** What the ledger says was answered to requests. */
    List<String> audited() throws SQLException {
        List<String> all = new ArrayList<>();
        each("select answer from exchange where door = 'pas.submit'", row -> all.add(utf8(row, 1)));
        return all;
    }

    /** Case ids by their numbers. */
    Map<String, String> cases() throws SQLException {
        Map<String, String> all = new TreeMap<>();
        each("select number, id from pa_case", row -> all.put(row.getString(1), row.getString(2)));
        return all;
    }

    /** How many there are of each case: of the rows of a query that gives case ids. */
    Map<String, Long> perCase(String from) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        each(
                "select case_id, count(*) from " + from + " group by case_id",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    long number(String query) throws SQLException {
        List<Long> found = new ArrayList<>();
        each(query, row -> found.add(row.getLong(1)));
        return found.get(0);
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Row reader) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static String utf8(ResultSet row, int column) throws SQLException {
        return new String(Packed.unpack(row.getBytes(column)), UTF_8);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
