package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is no request at all is answered in the way of all other errors. */
@DemoServer
class RefusedByTomcatTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /cds-services/%zz HTTP/1.1",
                "GET /cds-services/<script> HTTP/1.1",
                "GET /cds-services/..%2f..%2fetc HTTP/1.1",
                "GET /cds-services/a%00b HTTP/1.1"
            })
    void answersAnOutcome(String line) throws IOException {
        String answer = send(line);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("OperationOutcome")
                .doesNotContain("<html", "script", "etc");
    }

    private String send(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
