package org.precert.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.precert.crash.Client.Gone;
import org.precert.crash.Client.Said;
import org.precert.postgres.Postgres;
import org.precert.subscriptions.SubscriptionText;

/** The lives of one server after the other over one database. */
final class Lives implements AutoCloseable {

    private static final int CLIENTS = 6;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(15);
    private static final int RANDOM_LIFE_MILLIS = 2500;

    private final List<String> program;
    private final Path archive;
    private final Path data;
    private final Path log;
    private final Optional<Postgres> postgres;
    private final String url;
    private final Random random;
    private final Inbox inbox = new Inbox();
    private final Journal journal = new Journal();
    private final CrashReport report;
    private int life;

    /**
     * @param program what comes behind {@code java}
     * @param target where data and log lie, on a disk
     * @param onPostgres else on H2
     */
    Lives(List<String> program, Path target, boolean onPostgres, long seed) throws IOException {
        this.program = program;
        this.archive = target.resolve("crash-classes.jsa").toAbsolutePath();
        this.data = Files.createTempDirectory(target.toAbsolutePath(), "crash-data");
        this.log = target.resolve("crash-" + (onPostgres ? "postgresql" : "h2") + ".log");
        Files.deleteIfExists(log);
        this.postgres = onPostgres ? Optional.of(Postgres.below(target)) : Optional.empty();
        this.url = postgres.map(Postgres::newDatabase)
                .orElse("jdbc:h2:file:" + data
                        + "/precert;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=8000");
        this.random = new Random(seed);
        this.report = new CrashReport(onPostgres ? "PostgreSQL" : "H2");
    }

    private Victim start(Point point) throws IOException {
        return start(point, Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of());
    }

    private Victim start(Point point, List<String> flags) throws IOException {
        life++;
        List<String> all = new ArrayList<>(flags);
        all.addAll(program);
        return Victim.start(all, point.spec(random), life, List.of("--spring.datasource.url=" + url), log);
    }

    /** The first, which nobody kills: it makes the tables and takes the subscription. */
    void begin() throws IOException, InterruptedException, Gone {
        Files.deleteIfExists(archive);
        Victim first = start(
                Point.ANY_TIME,
                Program.canBeArchived(program) ? List.of("-XX:ArchiveClassesAtExit=" + archive) : List.of());
        if (!first.awaitReady()) {
            throw new IllegalStateException("The server did not start; see " + log);
        }
        String subscription = SubscriptionText.toEverything(inbox.endpoint());
        Said made = first.client().post("/pas/2.2.1/fhir/Subscription", subscription);
        if (made.status() != 201) {
            throw new IllegalStateException(made.body());
        }
        String id = made.json().path("id").asText();
        await(() -> first.client()
                .get("/pas/2.2.1/fhir/Subscription/" + id)
                .json()
                .path("status")
                .asText()
                .equals("active"));
        first.stop();
    }

    /** Starts a server, has clients work with it, and ends it. */
    void kill(Point point) throws IOException, InterruptedException {
        Victim victim = start(point);
        Clients clients = new Clients(victim.client(), journal, point.name(), random.nextLong());
        List<Deed> before = journal.takeLately();
        boolean reached = false;
        if (victim.awaitReady()) {
            List<Thread> working = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                List<Deed> again = i == 0 ? before : List.of();
                working.add(worker(clients, again));
            }
            if (point == Point.DATABASE) {
                killDatabase();
            }
            Duration longest =
                    point.at().isEmpty() ? Duration.ofMillis(200 + random.nextInt(RANDOM_LIFE_MILLIS)) : LONGEST_LIFE;
            reached = victim.ends(longest);
            victim.kill();
            for (Thread each : working) {
                each.join();
            }
        } else {
            victim.kill();
        }
        report.killed(point, reached || point.at().isEmpty());
    }

    private void killDatabase() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1500));
        postgres.orElseThrow().kill();
        TimeUnit.MILLISECONDS.sleep(300);
        postgres.orElseThrow().startAgain();
        TimeUnit.MILLISECONDS.sleep(2000);
    }

    private static Thread worker(Clients clients, List<Deed> again) {
        Thread thread = new Thread(() -> {
            try {
                clients.finish(again);
                clients.work();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    /** The last, which nobody kills: what is open is finished, notifications arrive, and all is compared. */
    CrashReport end() throws IOException, InterruptedException, SQLException, Gone {
        Victim last = start(Point.ANY_TIME);
        if (!last.awaitReady()) {
            throw new IllegalStateException("The server did not start; see " + log);
        }
        new Clients(last.client(), journal, "none", random.nextLong()).finish(journal.takeLately());
        await(() -> last.client()
                        .get("/actuator/notifications")
                        .json()
                        .path("waiting")
                        .asLong(-1)
                == 0);
        last.stop();
        try (Kept kept = new Kept(url)) {
            Verdict verdict = new Verdict(kept);
            verdict.judge(journal.all());
            verdict.judge(kept, inbox.numbers(), journal.all());
            report.judged(journal, verdict, inbox);
        }
        return report;
    }

    private interface Question {
        boolean answer() throws Gone, InterruptedException;
    }

    private static void await(Question enough) throws InterruptedException, Gone {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!enough.answer()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("What was awaited did not come");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() throws IOException {
        inbox.close();
        postgres.ifPresent(Postgres::close);
        org.springframework.util.FileSystemUtils.deleteRecursively(data);
    }
}
