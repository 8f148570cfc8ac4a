package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.precert.testing.Samples;

/** Calls the server and keeps the bytes that it answers with. */
record Called(int port, byte[] answer) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Called orderSign(int port, String sample) {
        return orderSignWith(port, Samples.text("order-sign/" + sample + ".json"), "");
    }

    static Called orderSignWith(int port, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/cds-services/order-sign"))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return new Called(port, send(request.build()).body());
    }

    JsonNode json() {
        return json(answer);
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String assertion() {
        for (JsonNode extension : json().at("/systemActions/0/resource/extension")) {
            for (JsonNode part : extension.path("extension")) {
                if (part.path("url").asText().equals("coverage-assertion-id")) {
                    return part.path("valueString").asText();
                }
            }
        }
        throw new AssertionError("No coverage information in " + json());
    }

    HttpResponse<byte[]> packetAnswer() {
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/reviews/" + assertion() + "/packet"))
                        .build());
    }

    /** The files of the packet, by name. */
    Map<String, byte[]> packet() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(packetAnswer().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
