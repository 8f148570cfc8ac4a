package org.precert.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which database the tests use, and which they used: a run on PostgreSQL writes it down and shows it at its end, so that none
 * stays on H2 unseen.
 */
public final class WhereTestsRan {

    private static final String ASKED = "precert.test.database";

    /** What was opened, by whom, and how often. */
    private static final Map<String, Integer> OPENED = new ConcurrentSkipListMap<>();

    private WhereTestsRan() {}

    static boolean areOnPostgres() {
        return "postgresql".equals(System.getProperty(ASKED));
    }

    /** @return where a small test finds a database of its own, which is empty */
    public static String database() {
        return database(UUID.randomUUID().toString());
    }

    /** @return where a small test finds the database of this name, which is empty the first time */
    public static String database(String name) {
        String url = areOnPostgres()
                ? SharedPostgres.get().schema("t" + Integer.toHexString(name.hashCode()))
                : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        note(kind(url) + " (a database without a server)");
        return url;
    }

    /** Leaves nothing of such a database; more than a few would fill the memory, or the disk. */
    public static void drop(JdbcTemplate database) {
        database.execute(
                areOnPostgres()
                        ? "do $$ begin execute 'drop schema ' || current_schema || ' cascade'; end $$"
                        : "shutdown");
    }

    /** @return what a column of bytes is called there */
    public static String bytes() {
        return areOnPostgres() ? "bytea" : "varbinary(16777216)";
    }

    static void server(String url) {
        note(kind(url) + " (a server)" + (kind(url).equals("PostgreSQL") ? "" : ": " + test()));
    }

    private static synchronized void note(String what) {
        OPENED.merge(what, 1, Integer::sum);
        if (areOnPostgres()) {
            List<String> lines = new ArrayList<>();
            OPENED.forEach((opened, times) -> lines.add("DATABASE " + opened + ": " + times));
            try {
                Files.write(Path.of("target", "databases.txt"), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String kind(String url) {
        return url.startsWith("jdbc:postgresql:") ? "PostgreSQL" : url.startsWith("jdbc:h2:") ? "H2" : "another";
    }

    /** The test that opens it, as far as it is on the stack. */
    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> name.endsWith("Test") && name.startsWith("org.precert"))
                        .findFirst()
                        .orElse("by Spring's test context"));
    }
}
