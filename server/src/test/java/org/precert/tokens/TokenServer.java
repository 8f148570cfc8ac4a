package org.precert.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.KeyFetch;
import org.precert.clients.TestClock;
import org.precert.clients.TestDoor;
import org.precert.clients.TestToken;
import org.precert.testing.TokenRequest;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The token endpoint and the filter of the FHIR doors in a real server; behind them, a service that tells who reached it. */
final class TokenServer implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    /** No part of the application, which would find it else. */
    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        SslAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    @Import({
        ClientsOfTheServer.class,
        TokensConfiguration.class,
        TokenController.class,
        SmartConfigurationController.class,
        Service.class
    })
    static class Application {

        @Bean
        TestClock clock() {
            return new TestClock();
        }

        @Bean
        JdbcTemplate jdbc() {
            return TestDoor.database(UUID.randomUUID().toString());
        }

        @Bean
        KeyFetch keys() {
            return TestDoor::published;
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }

        @Bean
        Recorded recorded() {
            return new Recorded();
        }
    }

    /** What is recorded of tokens. */
    static final class Recorded implements AuditTrail {

        private final Queue<AuditEntry> entries = new ConcurrentLinkedQueue<>();

        @Override
        public void record(AuditEntry entry) {
            entries.add(entry);
        }

        boolean holds(AuditEntry entry) {
            return entries.contains(entry);
        }
    }

    static class ClientsOfTheServer implements ImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {"org.precert.clients.ClientsConfiguration", "org.precert.limits.LimitsConfiguration"};
        }
    }

    @TestComponent
    @RestController
    static class Service {

        @RequestMapping("/{*path}")
        String answer(HttpServletRequest request) {
            Object caller = request.getAttribute(Caller.ATTRIBUTE);
            return "reached by "
                    + (caller instanceof Caller known
                            ? known.known().map(Client::id).orElse("anybody")
                            : "nobody");
        }
    }

    /** @param more settings, beside a few clients that each have another way to be known */
    TokenServer(Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(TestDoor.properties());
        settings.put("precert.base-url", "https://precert.example");
        settings.put(
                "precert.clients[0].scopes",
                "system/Claim.crs,system/ClaimResponse.r,system/Subscription.cruds,system/Questionnaire.rs");
        settings.put("precert.clients[1].scopes", "system/Claim.rs");
        settings.put("precert.clients[3].scopes", "system/*.cruds");
        settings.put("precert.limits.rate", "0");
        settings.put("precert.limits.strangers.rate", "0");
        settings.putAll(more);
        context = new SpringApplicationBuilder(Application.class)
                .profiles(more.getOrDefault("spring.profiles.active", "production"))
                .properties("server.port=0", "spring.config.location=optional:classpath:/none/")
                .run(settings.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String address() {
        return "http://localhost:" + port();
    }

    /** Of the client springfield. */
    String token(String scope) {
        return TokenRequest.to(HTTP, address(), scope, assertion().sign());
    }

    TestToken assertion() {
        long now = bean(TestClock.class).instant().getEpochSecond();
        return TestToken.assertion().claim("iat", now).claim("exp", now + 300);
    }

    HttpResponse<String> ask(String body) {
        return TokenRequest.send(HTTP, address(), body);
    }

    /** An answer, as its bytes came. */
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        /** Its chunks put together; they are of ASCII here. */
        String body() {
            String sent = text.substring(text.indexOf("\r\n\r\n") + 4);
            if (!header("Transfer-Encoding").equals("chunked")) {
                return sent;
            }
            StringBuilder whole = new StringBuilder();
            int at = 0;
            while (at < sent.length()) {
                int line = sent.indexOf("\r\n", at);
                int length = Integer.parseInt(sent.substring(at, line), 16);
                whole.append(sent, line + 2, line + 2 + length);
                at = length == 0 ? sent.length() : line + 2 + length + 2;
            }
            return whole.toString();
        }

        String header(String name) {
            return text.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body());
            } catch (IOException e) {
                throw new IllegalStateException(text, e);
            }
        }
    }

    Answer call(String method, String path, String token) {
        return send(method + " " + path, token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    /** Without an HTTP client that would tidy up the address first. */
    Answer send(String line, String headers) {
        return send(line, headers, "");
    }

    Answer send(String line, String headers, String body) {
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n" + headers + "\r\n" + body;
        try (Socket socket = new Socket("localhost", port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new Answer(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
