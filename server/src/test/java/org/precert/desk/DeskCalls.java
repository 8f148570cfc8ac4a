package org.precert.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** One person at the desk. @param id empty for nobody */
record DeskCalls(int port, String id, String key) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static DeskCalls physician(int port) {
        return new DeskCalls(port, "demo-physician", "demo-physician-key");
    }

    static DeskCalls nurse(int port) {
        return new DeskCalls(port, "demo-nurse", "demo-nurse-key");
    }

    record Answer(int status, JsonNode json, HttpResponse<String> response) {

        String text(String pointer) {
            return json.at(pointer).asText();
        }

        Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError("Not " + expected + " but " + status + ": " + json);
            }
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer show(String number) {
        return get("/review-desk/cases/" + number).is(200);
    }

    /** @param action as JSON with single quotes, without version */
    Answer act(String number, int version, String action) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(action.replace('\'', '"'));
            return send(
                    "POST",
                    "/review-desk/cases/" + number + "/actions",
                    body.put("version", version).toString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param headers names and values */
    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            builder.setHeader("Content-Type", "application/json");
        }
        if (!id.isEmpty()) {
            String both = Base64.getEncoder().encodeToString((id + ":" + key).getBytes(UTF_8));
            builder.setHeader("Authorization", "Basic " + both);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(builder.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Answer(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
