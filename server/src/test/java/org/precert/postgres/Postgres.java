package org.precert.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL on this machine, in processes of its own, that forces to disk what it commits, as one in production does. */
public final class Postgres implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(1);

    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    private Postgres(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.running = start(data, port);
        // After the servers of this process that still run on it, not beside them.
        SpringApplication.getShutdownHandlers().add(this::close);
    }

    /** @param folder below which its data lie until it is closed; on a disk, for forcing to disk is part of what is tried */
    public static Postgres below(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Postgres(Files.createTempDirectory(folder.toAbsolutePath(), "postgres"), freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                // Off by default there, which is right for tests of SQL alone.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** @return where to find a new and empty database, with its user */
    public String newDatabase() {
        return database("d" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** @return where to find the database of this name, which is made if there is none yet */
    public String database(String name) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + name + "'")
                    .next()) {
                statement.execute("create database " + name);
            }
            return running.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the process that all others of it descend from. */
    public long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, without a word to anybody, as the loss of its machine would; what it committed stays on disk. */
    public void kill() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        // The others end with it by themselves.
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        closeQuietly();
    }

    /** Starts it again after it was killed: on the same port, with the same data. */
    public void startAgain() {
        try {
            running = start(data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeQuietly() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
