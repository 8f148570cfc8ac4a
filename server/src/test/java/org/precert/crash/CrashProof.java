package org.precert.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Kills the server so many times on H2 and on PostgreSQL, at each named point in turn and in between at any time, while
 * clients work; says what was lost, done twice or half done.
 */
public final class CrashProof {

    private static final Path TARGET = Path.of("target");
    private static final long SEED = 20260610;

    /** Of so many kills one is that of the database. */
    private static final int DATABASE_EVERY = 16;

    private CrashProof() {}

    public static void main(String[] args) throws Exception {
        int kills = Integer.getInteger("crash.kills", 100);
        String server = System.getProperty(
                "crash.classpath", TARGET.resolve("precert.jar").toString());
        List<String> program = new ArrayList<>(Program.of(server, TARGET));
        List<String> wrong = new ArrayList<>();
        for (String database :
                System.getProperty("crash.databases", "h2,postgresql").split(",")) {
            CrashReport report = run(program, database.equals("postgresql"), kills);
            System.out.println(report.text());
            Files.writeString(TARGET.resolve("crash-" + database + ".md"), report.text());
            wrong.addAll(report.wrong());
        }
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static CrashReport run(List<String> program, boolean onPostgres, int kills) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(Integer.getInteger("crash.minutes", 600)));
        try (Lives lives = new Lives(program, TARGET, onPostgres, SEED)) {
            lives.begin();
            for (Point point : points(kills, onPostgres)) {
                if (Instant.now().isBefore(end)) {
                    lives.kill(point);
                }
            }
            return lives.end();
        }
    }

    /** Each named point in turn; every other kill comes at any time. */
    static List<Point> points(int kills, boolean onPostgres) {
        List<Point> named = Point.named();
        List<Point> all = new ArrayList<>();
        int next = 0;
        for (int i = 1; i <= kills; i++) {
            if (onPostgres && i % DATABASE_EVERY == 0) {
                all.add(Point.DATABASE);
            } else if (i % 3 == 0) {
                all.add(Point.ANY_TIME);
            } else {
                all.add(named.get(next++ % named.size()));
            }
        }
        return all;
    }
}
