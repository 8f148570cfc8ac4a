package org.precert.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What was used of the machine, as Linux counts it, in ticks of 10 ms: by the server, by who makes the load, and by all.
 *
 * @param resident the memory that the server holds, in MB; not a sum but the present amount
 */
record Usage(long server, long generator, long machine, long resident, long nanos) {

    private static final int SECOND = 100;

    static Usage now(long server) {
        return new Usage(
                ticks(server),
                ticks(ProcessHandle.current().pid()),
                busyTicks(),
                residentMegabytes(server),
                System.nanoTime());
    }

    Usage since(Usage before) {
        return new Usage(
                server - before.server,
                generator - before.generator,
                machine - before.machine,
                resident,
                nanos - before.nanos);
    }

    double serverMillisPer(long calls) {
        return server * 1000.0 / SECOND / calls;
    }

    double serverCores() {
        return cores(server);
    }

    double generatorCores() {
        return cores(generator);
    }

    /** Whatever else ran beside, the kernel included: near nothing on a quiet machine. */
    double otherCores() {
        return Math.max(0, cores(machine - server - generator));
    }

    private double cores(long ticks) {
        return ticks * 1e9 / SECOND / nanos;
    }

    /** utime and stime, fields 14 and 15; the name, which comes before, may hold blanks. */
    private static long ticks(long pid) {
        return fields(pid, 11);
    }

    /** cutime and cstime: of children that ended. */
    private static long ended(long pid) {
        return fields(pid, 13);
    }

    private static long fields(long pid, int first) {
        String stat = text("/proc/" + pid + "/stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
    }

    /** Those of a process and of all that it started itself, the ended ones included. */
    static long ticksWithChildren(long pid) {
        return ticks(pid)
                + ended(pid)
                + ProcessHandle.of(pid)
                        .orElseThrow()
                        .children()
                        .mapToLong(each -> ticks(each.pid()))
                        .sum();
    }

    /** user, nice, system; not idle and iowait; irq, softirq, steal. */
    private static long busyTicks() {
        long[] all = Arrays.stream(
                        text("/proc/stat").lines().findFirst().orElseThrow().split(" +"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return all[0] + all[1] + all[2] + all[5] + all[6] + all[7];
    }

    private static long residentMegabytes(long pid) {
        return text("/proc/" + pid + "/status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
