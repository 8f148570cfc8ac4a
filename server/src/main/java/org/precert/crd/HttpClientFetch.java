package org.precert.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches over HTTP, from the FHIR bases that the configuration lists and from nowhere else: the address in a call is the
 * caller's word. No redirect is followed and no page link: both could lead the token astray. One deadline for all.
 */
final class HttpClientFetch implements ClientFetch {

    private static final Logger LOG = LoggerFactory.getLogger(HttpClientFetch.class);
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_READS = 40;

    private final AllowedServers allowed;
    private final Duration stage;
    private final ObjectMapper json;
    private final HttpClient http;

    HttpClientFetch(AllowedServers allowed, Duration deadline, ObjectMapper json) {
        this.allowed = allowed;
        // Coverages, what orders refer to, and what those refer to: three stages share the deadline.
        this.stage = deadline.dividedBy(3);
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<List<ObjectNode>> coverages(ClientServer server, String patient) {
        String query = "Coverage?patient=" + URLEncoder.encode(patient, StandardCharsets.UTF_8);
        return get(server, query)
                .flatMap(running -> result(running, until()))
                .filter(Prefetch::isComplete)
                .map(Prefetch::resources);
    }

    @Override
    public List<ObjectNode> read(ClientServer server, Set<String> references) {
        List<CompletableFuture<Optional<JsonNode>>> running = references.stream()
                .limit(MOST_READS)
                .flatMap(reference -> get(server, reference).stream())
                .toList();
        long until = until();
        List<ObjectNode> found = new ArrayList<>();
        running.forEach(each -> result(each, until).map(Prefetch::resources).ifPresent(found::addAll));
        found.removeIf(resource -> !references.contains(HookRequest.reference(resource)));
        return found;
    }

    private long until() {
        return System.nanoTime() + stage.toNanos();
    }

    private Optional<CompletableFuture<Optional<JsonNode>>> get(ClientServer server, String path) {
        if (!allowed.allows(server.base())) {
            LOG.info("A call names a FHIR server that is not listed in precert.crd.client-fhir-bases");
            return Optional.empty();
        }
        String base = server.base().toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create((base.endsWith("/") ? base : base + "/") + path))
                .header("Accept", "application/fhir+json")
                .timeout(stage);
        server.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return Optional.of(
                http.sendAsync(request.build(), new LimitedBody(MOST_BYTES)).thenApply(this::body));
    }

    private Optional<JsonNode> body(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (response.statusCode() != 200 || !type.contains("json")) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(response.body()));
        } catch (IOException | ArithmeticException e) {
            LOG.info(
                    "A client's FHIR server did not give a resource: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Whatever is under way at the end of its time is called off: no thread waits for it. */
    private static Optional<JsonNode> result(CompletableFuture<Optional<JsonNode>> running, long until) {
        try {
            return running.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            running.cancel(true);
            LOG.info("A client's FHIR server did not answer: {}", e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
