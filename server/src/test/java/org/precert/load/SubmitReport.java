package org.precert.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Markdown, told line by line while it runs and kept as a file at the end. */
final class SubmitReport {

    private final StringBuilder text = new StringBuilder();

    SubmitReport(LoadPlan plan) {
        line("# Load of Claim/$submit, %s", LocalDate.now());
        line("");
        line(
                "%d cores, shared by the server, its database and who makes the load; Java %s; server `-Xmx%s`, demo"
                        + " profile; steps of %d s after %d s of warm-up, on each database.",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.runtime.version"),
                plan.heap(),
                plan.step().toSeconds(),
                plan.warmUp().toSeconds());
        line("");
        line(
                "| database | offered /s | answered /s | p50 ms | p95 ms | p99 ms | max ms | errors | CPU ms/request: server"
                        + " | database | KB/request | cores: server | generator | others | RSS MB |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    void row(String database, int rate, Answers got, Usage used, DatabaseUsage stored) {
        line(
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %d of %d | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %d |",
                database,
                rate,
                got.perSecond(),
                got.within(0.5),
                got.within(0.95),
                got.within(0.99),
                got.within(1),
                got.count(reply -> !reply.isDecision()),
                got.count(),
                used.serverMillisPer(got.count()),
                stored.millisPer(got.count()),
                stored.kilobytesPer(got.count()),
                used.serverCores(),
                used.generatorCores(),
                used.otherCores(),
                used.resident());
    }

    private void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        text.append(line).append('\n');
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text);
    }
}
