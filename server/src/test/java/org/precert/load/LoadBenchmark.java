package org.precert.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * How many orders the server answers, how fast, and at which price; and whether clients whose EHR hangs harm others. Open
 * model: calls come when they come. It judges nothing, for a busy machine proves nothing.
 */
public final class LoadBenchmark {

    private static final Path TARGET = Path.of("target");
    private static final long SEED = 20260601;

    /** Who sends prefetch while others hang; also a row of the first table, to compare with. */
    private static final int OTHERS = 8;

    private static final int OTHERS_RATE = 50;

    private static final int WARM_UP_RATE = 150;

    /** Enough that no hanging call waits for a client instead of for the server. */
    private static final int HANGING_CLIENTS = 64;

    private static final int HANGING_EHRS = 8;

    private final LoadPlan plan;
    private final LoadReport report;
    private final ServerProcess server;
    private final Calls prefetched = HookCalls.withPrefetch();

    private LoadBenchmark(LoadPlan plan, ServerProcess server) {
        this.plan = plan;
        this.report = new LoadReport(plan);
        this.server = server;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        LoadPlan plan = LoadPlan.read();
        try (ServerProcess server = ServerProcess.start(TARGET, plan.heap(), List.of())) {
            server.awaitHooksAndStore();
            new LoadBenchmark(plan, server).run();
        }
    }

    private void run() throws IOException {
        load(OTHERS, WARM_UP_RATE, plan.warmUp(), prefetched).run();
        try {
            measure();
        } finally {
            report.write(TARGET.resolve("load.md"));
        }
    }

    private void measure() throws IOException {
        report.beginPrefetch();
        for (int clients : plan.clients()) {
            for (int rate : plan.rates()) {
                prefetch(clients, rate);
            }
        }
        report.beginHanging();
        for (int rate : plan.hanging()) {
            hanging(rate);
        }
    }

    private void prefetch(int clients, int rate) {
        OpenLoad load = load(clients, rate, plan.step(), prefetched);
        Usage before = Usage.now(server.pid());
        Answers got = load.run();
        server.checkAlive();
        report.prefetch(clients, rate, got, Usage.now(server.pid()).since(before));
    }

    private void hanging(int rate) throws IOException {
        try (HangingEhrs ehrs = new HangingEhrs(HANGING_EHRS)) {
            OpenLoad stuck = load(HANGING_CLIENTS, rate, plan.step(), HookCalls.readFrom(ehrs.fhirServers()));
            CompletableFuture<Answers> hanging = CompletableFuture.supplyAsync(stuck::run);
            Answers others = load(OTHERS, OTHERS_RATE, plan.step(), prefetched).run();
            Answers waited = hanging.join();
            server.checkAlive();
            report.hanging("EHR hangs", rate, waited, waited.count(reply -> !reply.isFairWarning()));
            report.hanging("others", OTHERS_RATE, others, others.count(reply -> !reply.isDecision()));
        }
    }

    private OpenLoad load(int clients, int rate, Duration during, Calls calls) {
        return new OpenLoad(server.port(), clients, Arrivals.poisson(rate, during, SEED), calls);
    }
}
