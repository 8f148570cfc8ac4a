package org.precert.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.precert.PrecertApplication;
import org.precert.testing.Http;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Lets PostgreSQL go away again and again under a server that works, and tells what its clients saw: {@code -Poutage}. */
final class OutageProof {

    private static final long AWAY_MILLIS = 5000;
    private static final List<String> KINDS = List.of("hook", "request", "desk", "readyz", "livez");

    private final Map<Outage, Map<String, List<Long>>> recoveries = new TreeMap<>();
    private final Map<Outage, Map<String, List<OutageLoad.Said>>> during = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int requests;

    private OutageProof() {}

    public static void main(String[] args) throws Exception {
        Path target = Path.of("target");
        OutageProof proof = new OutageProof();
        try (Postgres postgres = Postgres.below(target)) {
            String url = postgres.newDatabase();
            int port = freePort();
            Process server = server(url, port, target);
            try {
                proof.run(postgres, url, port, Integer.getInteger("outage.each", 10));
            } finally {
                server.destroy();
                server.waitFor();
            }
        }
        proof.print();
        System.exit(proof.wrong.isEmpty() ? 0 : 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static Process server(String url, int port, Path target) throws Exception {
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx600m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrecertApplication.class.getName(),
                        "--spring.profiles.active=demo",
                        "--server.port=" + port,
                        "--precert.policies.time-limit=20s",
                        "--precert.data=" + Files.createTempDirectory(target.toAbsolutePath(), "outage-data"),
                        "--spring.datasource.url=" + url)
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("outage.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (System.nanoTime() < end && server.isAlive()) {
            try {
                if (new Http(port).get("/actuator/health/fhirstore").status() == 200) {
                    return server;
                }
            } catch (UncheckedIOException e) {
                // Not yet.
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        throw new IllegalStateException("The server did not start; see target/outage.log");
    }

    private void run(Postgres postgres, String url, int port, int each) throws InterruptedException {
        OutageLoad load = new OutageLoad(port);
        try (load) {
            load.awaitGood(0);
            for (int i = 0; i < each * Outage.values().length; i++) {
                Outage outage = Outage.values()[i % Outage.values().length];
                // So that calls are in flight at another moment each time.
                TimeUnit.MILLISECONDS.sleep(1500 + 137L * i % 1000);
                long gone = System.nanoTime();
                long back = outage.happen(postgres, AWAY_MILLIS);
                load.awaitGood(back);
                note(load, outage, gone, back);
            }
        }
        requests = load.acknowledged().size();
        wrong.addAll(load.wrong(new JdbcTemplate(new DriverManagerDataSource(url))));
    }

    private void note(OutageLoad load, Outage outage, long gone, long back) {
        for (String kind : KINDS) {
            recoveries
                    .computeIfAbsent(outage, any -> new TreeMap<>())
                    .computeIfAbsent(kind, any -> new ArrayList<>())
                    .add(load.goodAfter(kind, back));
            load.all().stream()
                    .filter(said -> said.kind().equals(kind) && said.end() > gone && said.begin() < back)
                    .forEach(said -> during.computeIfAbsent(outage, any -> new TreeMap<>())
                            .computeIfAbsent(kind, any -> new ArrayList<>())
                            .add(said));
        }
    }

    private void print() {
        System.out.println("Requests acknowledged: " + requests + "; wrong: " + wrong);
        System.out.println("| it | call | outages | answered meanwhile | of them 503 | others | slowest, ms |"
                + " good again, ms: median | worst |");
        System.out.println("|---|---|--:|--:|--:|---|--:|--:|--:|");
        recoveries.forEach((outage, kinds) -> kinds.forEach((kind, millis) -> {
            List<OutageLoad.Said> said = during.get(outage).getOrDefault(kind, List.of());
            long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
            Map<Integer, Integer> others = new TreeMap<>();
            said.stream()
                    .filter(one -> one.status() != 503)
                    .forEach(one -> others.merge(one.status(), 1, Integer::sum));
            System.out.println("| " + outage + " | " + kind + " | " + sorted.length + " | " + said.size() + " | "
                    + said.stream().filter(one -> one.status() == 503).count() + " | " + others + " | "
                    + said.stream().mapToLong(OutageLoad.Said::millis).max().orElse(0) + " | "
                    + sorted[sorted.length / 2] + " | "
                    + Arrays.stream(sorted).max().orElse(-1) + " |");
        }));
    }
}
