package org.precert.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.requirements.PasRequirement;
import org.precert.testing.TokenRequest;

/** Tokens that are bound to certificates (RFC 8705), by handshakes with a connector that asks for a certificate and needs none. */
class MutualTlsTest {

    private static final String SUBMIT = "/pas/2.2.1/fhir/Claim/$submit";

    @TempDir
    static Path folder;

    private static TestCertificate own;
    private static TestCertificate first;
    private static TestCertificate second;
    private static TestCertificate untrusted;
    private static TokenServer server;
    private static String address;

    @BeforeAll
    static void start() {
        own = TestCertificate.in(folder, "server");
        first = TestCertificate.in(folder, "first");
        second = TestCertificate.in(folder, "second");
        untrusted = TestCertificate.in(folder, "untrusted");
        Path trusted = TestCertificate.trusting(folder, List.of(first, second));
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.ssl.key-store",
                own.store().toString(),
                "server.ssl.key-store-password",
                TestCertificate.PASSWORD,
                "server.ssl.trust-store",
                trusted.toString(),
                "server.ssl.trust-store-password",
                TestCertificate.PASSWORD,
                "server.ssl.client-auth",
                "want"));
        // The client of the id offline has to show the first certificate.
        settings.put("precert.clients[3].certificate-required", "true");
        settings.put("precert.clients[3].certificates", first.thumbprint().toUpperCase(Locale.ROOT));
        server = new TokenServer(settings);
        address = "https://localhost:" + server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpClient without() {
        return HttpClient.newBuilder().sslContext(own.trust()).build();
    }

    private static HttpClient with(TestCertificate shown) {
        return HttpClient.newBuilder().sslContext(own.trustAndShow(shown)).build();
    }

    private static HttpResponse<String> ask(HttpClient http, String client) {
        String assertion =
                server.assertion().claim("iss", client).claim("sub", client).sign();
        return TokenRequest.send(
                http, address, TokenRequest.body(TokenRequest.parameters("system/Claim.c", assertion)));
    }

    private static String token(HttpClient http, String client) {
        HttpResponse<String> answer = ask(http, client);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static int submit(HttpClient http, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + SUBMIT))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @PasRequirement("spec-4")
    void aTokenWorksWithTheCertificateThatItWasGotByAndWithNoOther() {
        String token = token(with(first), "springfield");
        assertThat(submit(with(first), token)).isEqualTo(200);
        assertThat(submit(with(second), token)).isEqualTo(401);
        assertThat(submit(without(), token)).isEqualTo(401);
    }

    @Test
    void aTokenThatWasGotWithoutCertificateNeedsNone() {
        String token = token(without(), "springfield");
        assertThat(submit(without(), token)).isEqualTo(200);
        assertThat(submit(with(second), token)).isEqualTo(200);
    }

    @Test
    void whoMustShowACertificateGetsNoTokenWithout() {
        HttpResponse<String> answer = ask(without(), "offline");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void whoMustShowACertainCertificateGetsNoTokenWithAnother() {
        assertThat(ask(with(second), "offline").statusCode()).isEqualTo(401);
        assertThat(submit(with(first), token(with(first), "offline"))).isEqualTo(200);
    }

    @Test
    void aCertificateThatNobodyTrustsIsNoneOrEndsTheHandshake() {
        // A client of the JDK shows no certificate that the server did not ask for; others are cut off.
        assertThat(ask(with(untrusted), "offline").statusCode()).isEqualTo(401);
    }

    @Test
    void itIsToldThatTokensAreBound() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/.well-known/smart-configuration"))
                .build();
        assertThat(without().send(request, BodyHandlers.ofString()).body())
                .contains("\"tls_client_certificate_bound_access_tokens\":true");
    }

    @Test
    @PasRequirement("spec-4")
    void nothingIsGivenWithoutTls() {
        HttpResponse<String> answer =
                TokenRequest.send(HttpClient.newHttpClient(), "http://localhost:" + server.port(), BadRequests.good());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
    }
}
