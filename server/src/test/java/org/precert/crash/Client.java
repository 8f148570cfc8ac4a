package org.precert.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Talks to one server, for as long as it lives. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PHYSICIAN =
            Base64.getEncoder().encodeToString("demo-physician:demo-physician-key".getBytes(UTF_8));

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    Client(int port) {
        base = "http://localhost:" + port;
    }

    /** No answer came, and none will. */
    static final class Gone extends Exception {
        private static final long serialVersionUID = 1L;

        Gone(IOException cause) {
            super(cause);
        }
    }

    record Said(int status, String body, boolean replayed) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    boolean isReady() throws InterruptedException {
        try {
            return get("/actuator/health/readiness").status() == 200;
        } catch (Gone e) {
            return false;
        }
    }

    Said get(String path) throws Gone, InterruptedException {
        return send(request(path).GET());
    }

    Said post(String path, String body) throws Gone, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        boolean desk = path.startsWith("/review-desk");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", desk ? "application/json" : "application/fhir+json");
        return desk ? request.header("Authorization", "Basic " + PHYSICIAN) : request;
    }

    private Said send(HttpRequest.Builder request) throws Gone, InterruptedException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Said(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Idempotency-Replayed").isPresent());
        } catch (IOException e) {
            throw new Gone(e);
        }
    }
}
