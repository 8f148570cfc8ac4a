package org.precert.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a server for an access token, as SMART Backend Services does. */
public final class TokenRequest {

    public static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenRequest() {}

    /** @return the access token */
    public static String to(String server, String scope, String assertion) {
        return to(HttpClient.newHttpClient(), server, scope, assertion);
    }

    public static String to(HttpClient http, String server, String scope, String assertion) {
        HttpResponse<String> answer = send(http, server, body(parameters(scope, assertion)));
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (answer.statusCode() != 200 || !json.hasNonNull("access_token")) {
                throw new AssertionError("No token: " + answer.statusCode() + " " + answer.body());
            }
            return json.path("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    /** What a request has that is answered with a token. */
    public static Map<String, String> parameters(String scope, String assertion) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "client_credentials");
        parameters.put("scope", scope);
        parameters.put("client_assertion_type", ASSERTION_TYPE);
        parameters.put("client_assertion", assertion);
        return parameters;
    }

    public static String body(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static HttpResponse<String> send(HttpClient http, String server, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
