package org.precert.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precert.PrecertApplication;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What SIGTERM sets off: closing the application, as its shutdown hook does. */
class DrainTest {

    private static final String HOOK = "/cds-services/order-sign";

    @TempDir
    Path data;

    @Test
    void readinessGoesFirstThenNoMoreIsTakenThenWhatIsInFlightIsAnswered() throws Exception {
        ConfigurableApplicationContext server = new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--precert.base-url=http://localhost:8080",
                        "--precert.policies.time-limit=20s",
                        "--precert.fhir.start-delay=1h",
                        "--precert.drain=20s",
                        "--precert.limits.body-time=5m",
                        "--server.tomcat.connection-timeout=5m",
                        "--spring.lifecycle.timeout-per-shutdown-phase=120s",
                        "--precert.data=" + data);
        int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Http http = new Http(port);
        String body = Samples.text("order-sign/bcbsks-investigational-pain.json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(http.send("POST", HOOK, body).status()).isEqualTo(200);

        try (Socket slow = new Socket("localhost", port)) {
            OutputStream out = slow.getOutputStream();
            out.write(("POST " + HOOK + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            Thread closing = new Thread(server::close, "closing");
            closing.start();

            await(() -> http.get("/readyz").status() == 503);
            assertThat(http.get("/livez").status()).isEqualTo(200);
            assertThat(http.send("POST", HOOK, body).status()).isEqualTo(200);

            await(() -> !takesConnections(port));
            assertThat(closing.isAlive()).isTrue();
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            out.flush();
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            closing.join(Duration.ofMinutes(2).toMillis());

            assertThat(answer).startsWith("HTTP/1.1 200");
            assertThat(closing.isAlive()).isFalse();
        }
    }

    private static boolean takesConnections(int port) {
        try (Socket any = new Socket("localhost", port)) {
            return any.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new UncheckedIOException(new IOException("It did not happen"));
            }
            Thread.sleep(50);
        }
    }
}
