package org.precert.inferno;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.precert.PrecertApplication;
import org.precert.testing.FixedDay;
import org.precert.testing.TokenRequest;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server as in production, over TLS: it answers registered clients alone. Two of them are, with a key each. */
public final class RegisteredServer implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");

    private static final String BASE = "https://precert.example";

    private final Map<String, ClientKey> keys = Map.of("ES384", ClientKey.of("ES384"), "RS384", ClientKey.of("RS384"));
    private final ConfigurableApplicationContext server;
    private final HttpClient http;

    public RegisteredServer(Path folder) {
        Certificate certificate = Certificate.in(folder);
        Map<String, String> properties = new HashMap<>(Map.of(
                "server.port",
                "0",
                "server.ssl.key-store",
                certificate.store().toString(),
                "server.ssl.key-store-password",
                Certificate.PASSWORD,
                "precert.data",
                folder.toString(),
                "precert.base-url",
                BASE,
                "precert.fhir.start-delay",
                "1h"));
        int index = 0;
        for (ClientKey key : keys.values()) {
            String client = "precert.clients[" + index++ + "].";
            properties.put(client + "id", "kit-" + key.algorithm());
            properties.put(client + "issuers[0]", issuer(key.algorithm()));
            properties.put(client + "jwks", key.jwks());
            properties.put(client + "scopes[0]", "system/*.cruds");
            properties.put(client + "jwks-url", issuer(key.algorithm()) + "/jwks.json");
        }
        server = new SpringApplicationBuilder(PrecertApplication.class, FixedDay.class)
                .profiles("production")
                .run(properties.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
        http = HttpClient.newBuilder().sslContext(certificate.trust()).build();
    }

    /**
     * With the token of this call for CDS Hooks, with an access token for the FHIR doors.
     *
     * @param algorithm of the client that calls, or empty for nobody in particular
     */
    public HttpResponse<String> send(String method, String path, String body, String algorithm) {
        if (algorithm.isEmpty()) {
            return sendWith(method, path, body, "");
        }
        boolean hooks = path.startsWith("/cds-services");
        return sendWith(method, path, body, hooks ? token(algorithm, path, NOW) : accessToken(algorithm));
    }

    public String accessToken(String algorithm) {
        String assertion =
                keys.get(algorithm).assertion(issuer(algorithm), "kit-" + algorithm, BASE + "/oauth/token", NOW);
        return TokenRequest.to(http, "https://localhost:" + port(), "system/*.cruds", assertion);
    }

    public HttpResponse<String> sendWith(String method, String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String token(String algorithm, String path, Instant at) {
        return keys.get(algorithm).token(issuer(algorithm), BASE + path, at);
    }

    public int port() {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public static String issuer(String algorithm) {
        return "https://" + algorithm.toLowerCase(Locale.ROOT) + ".kit.example";
    }

    @Override
    public void close() {
        server.close();
    }
}
