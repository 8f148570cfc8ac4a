package org.precert.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** @return where to find what takes the place of a database for a small test, and is cheaper */
    public String schema(String name) {
        String url = database("small");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + name);
            return url + "&currentSchema=" + name;
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

    /** Ends it in order, as an administrator would: those who are connected are told, and what they do is broken off. */
    public void stopFast() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        signal("-INT", List.of(postmaster));
        postmaster.onExit().join();
        closeQuietly();
    }

    /** It does nothing any more and says nothing, and all connections stay open: as where its machine or its disk hangs. */
    public void hang() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        signal("-STOP", List.of(postmaster));
        // Without it no more are made.
        signal("-STOP", postmaster.descendants().toList());
    }

    /** The end of {@link #hang}. */
    public void goOn() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        signal("-CONT", postmaster.descendants().toList());
        signal("-CONT", List.of(postmaster));
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(each -> command.add(Long.toString(each.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again after it was stopped or killed: on the same port, with the same data. */
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
