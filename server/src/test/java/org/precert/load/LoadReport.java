package org.precert.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** Markdown, told line by line while it runs and kept as a file at the end. */
final class LoadReport {

    private static final Duration PROMISE = Duration.ofMillis(4500);

    private final StringBuilder text = new StringBuilder();

    LoadReport(LoadPlan plan) {
        line("# Load of %s", LocalDate.now());
        line("");
        line(
                "%d cores, shared by the server and who makes the load; Java %s; server `-Xmx%s`, demo profile, H2 on disk;"
                        + " %d steps of %d s after %d s of warm-up.",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.runtime.version"),
                plan.heap(),
                plan.clients().size() * plan.rates().size() + plan.hanging().size(),
                plan.step().toSeconds(),
                plan.warmUp().toSeconds());
    }

    void beginPrefetch() {
        line("");
        line("## With prefetch");
        line("");
        line("| clients | offered /s | answered /s | p50 ms | p95 ms | p99 ms | max ms | errors | server CPU ms/call"
                + " | cores: server | generator | others | RSS MB |");
        line("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    void prefetch(int clients, int rate, Answers got, Usage used) {
        line(
                "| %d | %d | %.1f | %s | %d of %d | %.1f | %.2f | %.2f | %.2f | %d |",
                clients,
                rate,
                got.perSecond(),
                latencies(got),
                got.count(reply -> !reply.isDecision()),
                got.count(),
                used.serverMillisPer(got.count()),
                used.serverCores(),
                used.generatorCores(),
                used.otherCores(),
                used.resident());
    }

    void beginHanging() {
        line("");
        line("## Beside EHRs that hang");
        line("");
        line(
                "| who | offered /s | answered /s | p50 ms | p95 ms | p99 ms | max ms | 200 | 412 | errors | over 4.5 s |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    void hanging(String who, int rate, Answers got, long errors) {
        line(
                "| %s | %d | %.1f | %s | %d | %d | %d | %d |",
                who,
                rate,
                got.perSecond(),
                latencies(got),
                got.count(reply -> reply.status() == 200),
                got.count(reply -> reply.status() == 412),
                errors,
                got.longerThan(PROMISE));
    }

    private static String latencies(Answers got) {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f | %.1f",
                got.within(0.5),
                got.within(0.95),
                got.within(0.99),
                got.within(1));
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
