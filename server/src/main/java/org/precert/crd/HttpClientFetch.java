package org.precert.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    private final Duration deadline;
    private final ObjectMapper json;
    private final HttpClient http;

    HttpClientFetch(AllowedServers allowed, Duration deadline, ObjectMapper json) {
        this.allowed = allowed;
        this.deadline = deadline;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<List<ObjectNode>> coverages(ClientServer server, String patient) {
        String query = "Coverage?patient=" + URLEncoder.encode(patient, StandardCharsets.UTF_8);
        return get(server, query).flatMap(this::result).map(Prefetch::resources);
    }

    @Override
    public List<ObjectNode> read(ClientServer server, Set<String> references) {
        List<CompletableFuture<Optional<JsonNode>>> running = references.stream()
                .limit(MOST_READS)
                .flatMap(reference -> get(server, reference).stream())
                .toList();
        List<ObjectNode> found = new ArrayList<>();
        running.forEach(each -> result(each).map(Prefetch::resources).ifPresent(found::addAll));
        found.removeIf(resource -> !references.contains(HookRequest.reference(resource)));
        return found;
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
                .timeout(deadline);
        server.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return Optional.of(
                http.sendAsync(request.build(), BodyHandlers.ofInputStream()).thenApply(this::body));
    }

    private Optional<JsonNode> body(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            String type =
                    response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            boolean usable = response.statusCode() == 200 && type.contains("json") && bytes.length <= MOST_BYTES;
            return usable ? Optional.of(json.readTree(bytes)) : Optional.empty();
        } catch (IOException e) {
            LOG.info(
                    "A client's FHIR server did not give a resource: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<JsonNode> result(CompletableFuture<Optional<JsonNode>> running) {
        try {
            return running.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
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
