package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The filter in a real server, asked without an HTTP client that would tidy up the addresses first. */
class CallerFilterServerTest {

    private static ConfigurableApplicationContext server;
    private static int port;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    @Import({ClientsConfiguration.class, Service.class})
    static class Application {

        @Bean
        Clock clock() {
            return Clock.fixed(TestToken.NOW, ZoneOffset.UTC);
        }

        @Bean
        JdbcTemplate jdbc() {
            return TestDoor.database("filter");
        }
    }

    @RestController
    static class Service {

        @PostMapping({"/cds-services/{id}", "/cds-services/{id}/feedback"})
        String answer(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
            return "reached by " + caller.getClass().getSimpleName();
        }
    }

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(Application.class)
                .profiles("production")
                .properties("server.port=0", "spring.config.location=optional:classpath:/none/")
                .run(TestClient.arguments());
        port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void letsARegisteredClientIn() {
        String authorization = TestClient.authorization("/cds-services/order-sign", TestToken.NOW);
        assertThat(send("POST /cds-services/order-sign", authorization))
                .startsWith("HTTP/1.1 200")
                .endsWith("reached by Registered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cds-services/order-sign",
                "/cds-services/order-sign/",
                "/cds-services/order-sign/feedback",
                "/cds-services/order-sign;a=b",
                "/cds-services;a=b/order-sign",
                "/;a=b/cds-services/order-sign",
                "/cds-services/%6frder-sign",
                "/%63ds-services/order-sign",
                "//cds-services/order-sign",
                "/cds-services//order-sign",
                "/./cds-services/order-sign",
                "/a/../cds-services/order-sign",
                "/a/%2e%2e/cds-services/order-sign",
                "/cds-services%2forder-sign",
                "/CDS-services/order-sign",
                "/cds-services/order-sign?a=b",
                "http://localhost/cds-services/order-sign"
            })
    void hasNoWayAround(String address) {
        assertThat(send("POST " + address, "")).doesNotContain("reached").containsPattern("^HTTP/1.1 40[014]");
    }

    @Test
    void answersTheSameBytesWhateverIsWrong() {
        String wrong = new TestToken().expires(-300).sign();
        List<String> answers = Stream.of("", "Basic YTpi", "Bearer x", "Bearer " + wrong)
                .map(authorization -> send("POST /cds-services/order-sign", authorization))
                .map(answer -> answer.replaceAll("Date: [^\r]*\r\n", ""))
                .distinct()
                .toList();
        assertThat(answers).singleElement().isEqualTo("""
                HTTP/1.1 401 \r
                WWW-Authenticate: Bearer\r
                Content-Length: 0\r
                Connection: close\r
                \r
                """);
    }

    @Test
    void refusesATokenThatIsMeantForAnotherSpellingOfTheAddress() {
        assertThat(send("POST /cds-services/%6frder-sign", "Bearer " + new TestToken().sign()))
                .startsWith("HTTP/1.1 401");
    }

    private static String send(String line, String authorization) {
        String headers = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
        String request =
                line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n" + headers + "\r\n";
        try (Socket socket = new Socket("localhost", port);
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
