package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client takes all it can get; others are answered, and so is health. */
@Timeout(60)
class OverloadTest {

    @Test
    void aFloodOfOneLeavesRoomForOthersAndForHealth() throws IOException, InterruptedException {
        List<Socket> flood = new ArrayList<>();
        try (LimitsServer server = new LimitsServer(
                "--server.tomcat.threads.max=20",
                "--precert.limits.in-flight=8",
                "--precert.limits.rate=0",
                "--precert.limits.strangers.rate=0")) {
            for (int call = 0; call < 4; call++) {
                flood.add(held(server, "flood"));
            }
            server.awaitHeld(4);
            assertThat(call(server, "flood")).startsWith("HTTP/1.1 429").contains("Retry-After: ");
            assertThat(call(server, "other")).startsWith("HTTP/1.1 200");

            for (int call = 0; call < 4; call++) {
                flood.add(held(server, "other"));
            }
            server.awaitHeld(4);
            assertThat(call(server, "third")).startsWith("HTTP/1.1 429").contains("Retry-After: ");
            assertThat(server.post("/pas/2.2.1/fhir/Claim/$submit", "X-Client: third\r\n", ""))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: ", "Content-Length: 0");
            assertThat(server.send("GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");

            server.open();
            for (Socket socket : flood) {
                assertThat(LimitsServer.rest(socket)).startsWith("HTTP/1.1 200");
            }
            assertThat(call(server, "third")).startsWith("HTTP/1.1 200");
        }
    }

    private static String call(LimitsServer server, String client) throws IOException {
        return server.post("/cds-services/order-sign", "X-Client: " + client + "\r\n", "");
    }

    private static Socket held(LimitsServer server, String client) throws IOException {
        Socket socket = server.connect();
        LimitsServer.write(
                socket,
                "GET /pas/hold HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Client: " + client + "\r\n\r\n");
        return socket;
    }
}
