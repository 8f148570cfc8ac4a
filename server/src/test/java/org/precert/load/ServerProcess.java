package org.precert.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.precert.testing.Http;
import org.springframework.util.FileSystemUtils;

/** The built server as its users start it, in a process of its own: its heap and its collector are what is measured. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final int port;
    private final Path data;
    private final Process process;

    private ServerProcess(int port, Path data, Process process) {
        this.port = port;
        this.data = data;
        this.process = process;
    }

    /**
     * @param target where the jar lies; the data too, for a folder for temporary files may be no disk, and each answer is
     *     forced to disk
     * @param more settings of the server
     */
    static ServerProcess start(Path target, String heap, List<String> more) throws IOException {
        int port = freePort();
        Path data = Files.createTempDirectory(target.toAbsolutePath(), "load-data");
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + heap));
        Stream.of(System.getProperty("load.flags", "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        command.addAll(program(target));
        command.addAll(List.of("--spring.profiles.active=demo", "--server.port=" + port, "--precert.data=" + data));
        command.addAll(more);
        ServerProcess server = new ServerProcess(
                port,
                data,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(target.resolve("load-server.log").toFile())
                        .start());
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
        return server;
    }

    /** Of the same JDK as this; or of {@code -Dload.java}. */
    private static String java() {
        String other = System.getProperty("load.java", "");
        return other.isEmpty() ? ProcessHandle.current().info().command().orElse("java") : other;
    }

    /** The built jar; or what is compiled, with {@code -Dload.classpath}, where nothing is built. */
    private static List<String> program(Path target) {
        String classes = System.getProperty("load.classpath", "");
        return classes.isEmpty()
                ? List.of("-jar", target.resolve("precert.jar").toString())
                : List.of("-classpath", classes, "org.precert.PrecertApplication");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    void awaitHooksAndStore() throws InterruptedException {
        await("readiness");
        await("fhirstore");
    }

    void awaitDoors() throws InterruptedException {
        await("readiness");
    }

    private void await(String group) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!isUp(group)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("The server did not start; see target/load-server.log");
            }
            Thread.sleep(200);
        }
    }

    private boolean isUp(String group) {
        try {
            return new Http(port).get("/actuator/health/" + group).status() == 200;
        } catch (UncheckedIOException e) {
            return false; // no one listens yet
        }
    }

    /** How much the database file holds, in bytes; nothing where the database is elsewhere. */
    long stored() throws IOException {
        try (var files = Files.list(data)) {
            return files.mapToLong(each -> each.toFile().length()).sum();
        }
    }

    int port() {
        return port;
    }

    /** The figures of a server that is gone are none. */
    void checkAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "The server ended meanwhile with " + process.exitValue() + "; see target/load-server.log");
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        FileSystemUtils.deleteRecursively(data);
    }
}
