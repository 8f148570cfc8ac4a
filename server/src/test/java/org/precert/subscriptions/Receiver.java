package org.precert.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A subscriber on this machine: it remembers what it gets, and answers as it is told. */
public final class Receiver implements AutoCloseable {

    /** What came in one request. */
    public record Got(String path, Map<String, List<String>> headers, JsonNode bundle) {

        public JsonNode status() {
            return bundle.at("/entry/0/resource");
        }

        public JsonNode parameter(String name) {
            return StreamSupport.stream(status().path("parameter").spliterator(), false)
                    .filter(each -> each.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        String type() {
            return parameter("type").path("valueCode").asText();
        }

        public JsonNode part(String name) {
            return StreamSupport.stream(
                            parameter("notification-event").path("part").spliterator(), false)
                    .filter(each -> each.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        long number() {
            return Long.parseLong(part("event-number").path("valueString").asText());
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> String.join("|", each.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    /** How it answers: a status. */
    interface Manner {
        int answer(Got got);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Manner manner = each -> 200;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public String endpoint() {
        return "http://localhost:" + server.getAddress().getPort() + "/notify";
    }

    Receiver answers(Manner answer) {
        manner = answer;
        return this;
    }

    Receiver answers(int status) {
        return answers(each -> status);
    }

    List<Got> got() {
        return got;
    }

    public List<Got> got(String type) {
        return got.stream().filter(each -> each.type().equals(type)).toList();
    }

    List<Long> numbers() {
        return got("event-notification").stream().map(Got::number).toList();
    }

    /** Waits until it got what a test wants, ten seconds at the most. */
    public void await(Predicate<Receiver> enough) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!enough.test(this)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It got " + got.size() + " notifications, and not what was awaited");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Got taken = new Got(
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                JSON.readTree(exchange.getRequestBody().readAllBytes()));
        got.add(taken);
        int status = manner.answer(taken);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
