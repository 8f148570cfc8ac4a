package org.precert.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.inferno.ClientKey;
import org.precert.testing.Http;
import org.precert.testing.ProductionServer;
import org.precert.testing.TokenRequest;

/** Clients are registered at a server that runs, and are let in at once, and out at once. */
class ClientsAdminTest {

    private static final String AUDIENCE = "https://precert.example/oauth/token";
    private static final ClientKey KEY = ClientKey.of("ES384");

    private static Http http;

    @BeforeAll
    static void start() {
        http = ProductionServer.http();
    }

    private static String entry(String enabled) {
        return "{\"enabled\":" + enabled + ",\"scopes\":[\"system/Claim.crs\"],\"jwks\":" + KEY.jwks()
                + ",\"jwks-url\":\"https://hospital.example/jwks.json\"}";
    }

    private static Http.Answer admin(String method, String path, String body) {
        return send(method, path, body, ProductionServer.ADMIN, "Content-Type", "application/json");
    }

    private static Http.Answer send(String method, String path, String body, String cookie, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + http.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .headers(headers);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            return new Http.Answer(answer.statusCode(), answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int tokenAsked(String client) {
        String assertion = KEY.assertion("https://hospital.example", client, AUDIENCE, Instant.now());
        String body = TokenRequest.body(TokenRequest.parameters("system/Claim.r", assertion));
        return TokenRequest.send(HttpClient.newHttpClient(), "http://localhost:" + http.port(), body)
                .statusCode();
    }

    private static int inquired(String token) {
        return http.send("POST", "/pas/2.2.1/fhir/Claim/$inquire", "{}", "Bearer " + token)
                .status();
    }

    @Test
    void aClientIsLetInAtOnceAndOutAtOnce() {
        assertThat(tokenAsked("hospital")).isEqualTo(401);
        Http.Answer put = admin("PUT", "/admin/clients/hospital", entry("true"));
        assertThat(put.status()).as(put.response().body()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("W/\"1\"");
        assertThat(put.json().path("changed-by").asText()).isEqualTo("admin");
        String assertion = KEY.assertion("https://hospital.example", "hospital", AUDIENCE, Instant.now());
        String token = TokenRequest.to("http://localhost:" + http.port(), "system/Claim.r", assertion);
        assertThat(inquired(token)).isIn(400, 422);
        assertThat(admin("PUT", "/admin/clients/hospital", entry("false")).status())
                .isEqualTo(200);
        assertThat(inquired(token)).isEqualTo(401);
        assertThat(tokenAsked("hospital")).isEqualTo(401);
        assertThat(admin("PUT", "/admin/clients/hospital", entry("true")).status())
                .isEqualTo(200);
        assertThat(inquired(token)).isEqualTo(401);
        assertThat(tokenAsked("hospital")).isEqualTo(200);
        assertThat(admin("DELETE", "/admin/clients/hospital", "").status()).isEqualTo(204);
        assertThat(tokenAsked("hospital")).isEqualTo(401);
        assertThat(admin("GET", "/admin/clients/hospital", "").status()).isEqualTo(404);
        assertThat(admin("DELETE", "/admin/clients/hospital", "").status()).isEqualTo(404);
    }

    @Test
    void allAreShownThoseOfTheConfigurationAmongThem() {
        Http.Answer list = admin("GET", "/admin/clients", "");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Cache-Control")).contains("no-store");
        assertThat(list.json().at("/clients/0/id").asText()).isEqualTo("springfield");
        assertThat(list.json().at("/clients/0/origin").asText()).isEqualTo("configuration");
        Http.Answer one = admin("GET", "/admin/clients/springfield", "");
        assertThat(one.json().path("enabled").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "no JSON; springs; x; 400",
                "an array; springs; []; 400",
                "an entry without keys; springs; {\"scopes\":[\"system/Claim.c\"]}; 422",
                "a setting that is none; springs; {\"admin\":true}; 422",
                "a word for enabled; springs; {\"enabled\":\"yes\"}; 400",
                "a client of the configuration; springfield; {}; 409"
            })
    void whatIsWrongIsTold(String name, String id, String body, int status) {
        Http.Answer answer = admin("PUT", "/admin/clients/" + id, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void aChangeOfWhatSomebodyChangedMeanwhileIsRefused() {
        Http.Answer answer = send(
                "PUT",
                "/admin/clients/meanwhile",
                entry("true"),
                ProductionServer.ADMIN,
                "Content-Type",
                "application/json",
                "If-Match",
                "W/\"7\"");
        assertThat(answer.status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"GET, /admin/clients", "GET, /admin/clients/x", "PUT, /admin/clients/x", "DELETE, /admin/clients/x"})
    void onlyAnAdministratorComesIn(String method, String path) {
        String body = method.equals("PUT") ? entry("true") : "";
        String[] json = {"Content-Type", "application/json"};
        assertThat(send(method, path, body, "", json).status()).isEqualTo(401);
        assertThat(send(method, path, body, "__Host-precert-staff=wrong", json).status())
                .isEqualTo(401);
        assertThat(send(method, path, body, ProductionServer.NURSE, json).status())
                .isEqualTo(403);
        assertThat(tokenAsked("x")).isEqualTo(401);
    }

    @Test
    void noOtherSiteActsInTheNameOfAnAdministrator() {
        assertThat(send(
                                "PUT",
                                "/admin/clients/x",
                                entry("true"),
                                ProductionServer.ADMIN,
                                "Content-Type",
                                "application/json",
                                "Sec-Fetch-Site",
                                "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(send("PUT", "/admin/clients/x", entry("true"), ProductionServer.ADMIN, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }
}
