package org.precert.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.precert.crash.inside.CrashingServer;

/** A server that is to be killed: a process of its own, started as cheaply as it can be. */
final class Victim {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final int port;
    private final Process process;
    private final Client client;

    private Victim(int port, Process process) {
        this.port = port;
        this.process = process;
        this.client = new Client(port);
    }

    /**
     * @param program what comes behind {@code java}: class path and the like
     * @param spec where it is to end, as {@code CrashPoint} reads it
     * @param life the number of this server among those over the same database
     * @param settings of the server
     */
    static Victim start(List<String> program, String spec, int life, List<String> settings, Path log)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + CrashingServer.AT + "=" + spec,
                // A lease lasts for a minute.
                "-D" + CrashingServer.AHEAD + "=" + 61 * life));
        command.addAll(program);
        command.addAll(List.of(
                CrashingServer.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                // Else it would be another server each time, by its port.
                "--precert.base-url=http://localhost:8080",
                "--spring.jmx.enabled=false",
                // On a full machine a policy may take longer than it has, which is another answer.
                "--precert.policies.time-limit=20s",
                // The FHIR store has no part in this, and its start is dear.
                "--precert.fhir.start-delay=24h"));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Victim(port, process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    Client client() {
        return client;
    }

    int port() {
        return port;
    }

    /** @return whether it is up: it may have ended before that */
    boolean awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (client.isReady()) {
                return true;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        return false;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @return whether it ended by itself within this time */
    boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and time to end in order. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            kill();
        }
    }
}
