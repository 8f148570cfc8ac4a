package org.precert.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precert.testing.Http;

/** The server as a process of its own, which signals can be sent to; started as cheaply as can be. */
final class DrainingServer implements AutoCloseable {

    private static final long FOR_EVER = TimeUnit.MINUTES.toNanos(3);

    private final Process process;
    private final int port;

    private DrainingServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder of its data and its log */
    static DrainingServer start(Path folder, String... more) throws IOException {
        int port = freePort();
        List<String> command = Stream.of(
                        Stream.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx400m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-classpath",
                                withoutTests(),
                                "org.precert.PrecertApplication",
                                "--spring.profiles.active=demo",
                                "--server.port=" + port,
                                "--precert.data=" + folder,
                                "--precert.base-url=http://localhost:8080",
                                "--precert.policies.time-limit=20s",
                                "--precert.crd.review-deadline=20s",
                                "--precert.fhir.start-delay=24h"),
                        Stream.of(more))
                .flatMap(each -> each)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new DrainingServer(process, port);
    }

    private static String withoutTests() {
        try {
            Path tests = Path.of(DrainingServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .filter(each -> !Path.of(each).toAbsolutePath().equals(tests.toAbsolutePath()))
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Until readiness says this. */
    void awaitReadiness(int status) throws InterruptedException {
        long end = System.nanoTime() + FOR_EVER;
        while (readiness() != status) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("Readiness did not become " + status);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** 0 where nobody listens. */
    private int readiness() {
        try {
            return new Http(port).get("/readyz").status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** @return with what it ended; -1 if it did not */
    int exit(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
