package org.precert.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A client's FHIR server on this machine: it answers what it was given, and remembers what it was asked. */
public final class FakeEhr implements AutoCloseable {

    private record Held(int status, String body) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean hangs;

    public FakeEhr() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its FHIR base. */
    public String base() {
        return "http://localhost:" + server.getAddress().getPort() + "/fhir";
    }

    /** @param path below the base, as in {@code Coverage?patient=x} */
    public FakeEhr holds(String path, String body) {
        held.put("/fhir/" + path, new Held(200, body));
        return this;
    }

    public FakeEhr refuses(String path, int status) {
        held.put("/fhir/" + path, new Held(status, "{\"resourceType\":\"OperationOutcome\"}"));
        return this;
    }

    /** From now on it takes requests and never answers. */
    public FakeEhr hang() {
        hangs = true;
        return this;
    }

    /** What it was asked, below the base. */
    public List<String> asked() {
        return asked.stream().map(path -> path.replaceFirst("^/fhir/", "")).toList();
    }

    public List<String> tokens() {
        return tokens;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (hangs) {
            awaitEnd();
        }
        Held answer = held.getOrDefault(path, new Held(404, "{}"));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
