package org.precert.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Takes notifications, and remembers what each event number was said to be, each time that it came. */
final class Inbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Long, List<String>> events = new ConcurrentHashMap<>();
    private final AtomicLong came = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;

    Inbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort() + "/notify";
    }

    /** The numbers of the events that were told of. */
    Set<Long> numbers() {
        return Set.copyOf(events.keySet());
    }

    /** How often an event was told of that had been told of before: right after a kill, and never wrong. */
    long again() {
        return came.get() - events.size();
    }

    /** Numbers that once were said to be this and once that. */
    List<Long> ambiguous() {
        return events.entrySet().stream()
                .filter(each -> each.getValue().stream().distinct().count() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode bundle = JSON.readTree(exchange.getRequestBody().readAllBytes());
        for (JsonNode parameter : bundle.at("/entry/0/resource/parameter")) {
            if (parameter.path("name").asText().equals("notification-event")) {
                came.incrementAndGet();
                events.computeIfAbsent(number(parameter), number -> new CopyOnWriteArrayList<>())
                        .add(parameter + " " + bundle.at("/entry/1"));
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static long number(JsonNode event) {
        return event.path("part").findValuesAsText("valueString").stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
