package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of listed origins may call, and may read why they were refused; those of others may not. */
@DemoServer
class BrowserClientsTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/cds-services, GET",
        "/cds-services/order-sign, POST",
        "/cds-services/order-sign/feedback, POST",
        "/fhir/Coverage/_search, POST",
        "/fhir/Questionnaire/$log-questionnaire-errors, POST",
        "/fhir/ValueSet/$expand, GET",
        "/dtr/2.2/fhir/Questionnaire/$questionnaire-package, POST"
    })
    void allowsThePreflightOfAListedOrigin(String path, String method) throws IOException {
        String answer = send(
                "OPTIONS " + path,
                "Origin: https://sandbox.cds-hooks.org",
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: authorization,content-type");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: https://sandbox.cds-hooks.org")
                .contains("Access-Control-Allow-Headers: authorization, content-type")
                .doesNotContain("Access-Control-Allow-Credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://sandbox.cds-hooks.org.evil.example"})
    void refusesOtherOrigins(String origin) throws IOException {
        assertThat(send("POST /cds-services/order-sign", "Origin: " + origin))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @CsvSource({"POST /cds-services/order-sign, 400", "POST /cds-services/none, 404"})
    void letsAPageReadItsError(String request, int status) throws IOException {
        assertThat(send(request, "Origin: http://localhost:8280"))
                .startsWith("HTTP/1.1 " + status)
                .contains("Access-Control-Allow-Origin: http://localhost:8280");
    }

    @ParameterizedTest
    @ValueSource(ints = 3_000_000)
    void letsAPageReadThatItSentTooMuch(int length) throws IOException {
        assertThat(send("POST /cds-services/order-sign", "Origin: http://localhost:8280", "Content-Length: " + length))
                .startsWith("HTTP/1.1 413")
                .contains("Access-Control-Allow-Origin: http://localhost:8280");
    }

    private String send(String request, String... headers) throws IOException {
        String head = request + " HTTP/1.1\r\nHost: server.example\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
