package org.precert.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.precert.postgres.Postgres;

/**
 * How many requests for prior authorization the server decides and stores, how fast, and at which price: on H2 and on a
 * PostgreSQL that forces to disk what it commits. It judges nothing, for a busy machine proves nothing.
 */
public final class SubmitBenchmark {

    private static final Path TARGET = Path.of("target");
    private static final long SEED = 20260601;
    private static final int CLIENTS = 16;

    /** Its start would take the processor for a minute, and it has no part in this. */
    private static final String NO_STORE = "--precert.fhir.start-delay=24h";

    private final LoadPlan plan;
    private final SubmitReport report;
    private final Calls calls = new SubmitCalls();

    private SubmitBenchmark(LoadPlan plan) {
        this.plan = plan;
        this.report = new SubmitReport(plan);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        SubmitBenchmark benchmark = new SubmitBenchmark(LoadPlan.read());
        try {
            for (String database :
                    System.getProperty("load.databases", "h2,postgresql").split(",")) {
                if (database.equals("h2")) {
                    benchmark.onH2();
                } else {
                    benchmark.onPostgres();
                }
            }
        } finally {
            benchmark.report.write(TARGET.resolve("load-submit.md"));
        }
    }

    private void onH2() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(TARGET, plan.heap(), List.of(NO_STORE))) {
            run("H2", server, () -> new DatabaseUsage(0, server.stored()));
        }
    }

    private void onPostgres() throws IOException, InterruptedException {
        try (Postgres postgres = Postgres.below(TARGET)) {
            String url = postgres.newDatabase();
            try (ServerProcess server =
                    ServerProcess.start(TARGET, plan.heap(), List.of(NO_STORE, "--spring.datasource.url=" + url))) {
                run("PostgreSQL", server, () -> DatabaseUsage.of(postgres.pid(), url));
            }
        }
    }

    private void run(String name, ServerProcess server, DatabaseUsage.Meter database)
            throws IOException, InterruptedException {
        server.awaitDoors();
        load(server, plan.rates().get(plan.rates().size() - 1), plan.warmUp()).run();
        for (int rate : plan.rates()) {
            OpenLoad load = load(server, rate, plan.step());
            DatabaseUsage held = database.now();
            Usage before = Usage.now(server.pid());
            Answers got = load.run();
            server.checkAlive();
            Usage used = Usage.now(server.pid()).since(before);
            report.row(name, rate, got, used, database.now().since(held));
        }
    }

    private OpenLoad load(ServerProcess server, int rate, Duration during) {
        return new OpenLoad(server.port(), CLIENTS, Arrivals.poisson(rate, during, SEED), calls);
    }
}
