package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a call does not bring is read from the client's FHIR server, if that is allowed, and from nowhere else. */
@DemoServer
class ClientServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, String> held = new ConcurrentHashMap<>();
    private HttpServer client;
    private Http http;

    @BeforeEach
    void start(@LocalServerPort int port) throws Exception {
        http = new Http(port);
        client = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            String body = held.getOrDefault(path, "");
            if (body.startsWith("redirect ")) {
                exchange.getResponseHeaders().set("Location", body.substring("redirect ".length()));
                exchange.sendResponseHeaders(302, -1);
            } else {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
                exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, body.isEmpty() ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        client.start();
    }

    @AfterEach
    void stop() {
        client.stop(0);
    }

    @Test
    void readsCoverageAndItsPayorWithTheToken() {
        hold("coverage", "/fhir/Coverage?patient=bcbsks-investigational-pain");
        held.put(
                "/fhir/Organization/bcbsks",
                prefetch("organizations").at("/entry/0/resource").toString());
        Http.Answer answer = sign(call -> call.remove("prefetch"), base());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("systemActions")).hasSize(2);
        assertThat(asked).contains("/fhir/Coverage?patient=bcbsks-investigational-pain", "/fhir/Organization/bcbsks");
        assertThat(tokens).containsOnly("Bearer SECRET");
    }

    @Test
    void asksForWhatItCouldNotRead() {
        Http.Answer answer = sign(
                call -> {
                    ObjectNode order = (ObjectNode) call.at("/context/draftOrders/entry/1/resource");
                    order.remove("medicationCodeableConcept");
                    order.putObject("medicationReference").put("reference", "Medication/unheard");
                    ((ObjectNode) call.at("/context/draftOrders"))
                            .withArray("entry")
                            .remove(0);
                },
                base());
        assertThat(asked).contains("/fhir/Medication/unheard");
        assertThat(answer.response().body()).contains("\"information-needed\"").doesNotContain("\"no-auth\"");
    }

    @Test
    void readsTheMedicationThatAnOrderRefersTo() {
        held.put(
                "/fhir/Medication/vial",
                "{\"resourceType\":\"Medication\",\"id\":\"vial\",\"code\":{\"coding\":[{\"system\":"
                        + "\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"6130\"}]}}");
        Http.Answer answer = sign(
                call -> {
                    ObjectNode order = (ObjectNode) call.at("/context/draftOrders/entry/1/resource");
                    order.remove("medicationCodeableConcept");
                    order.putObject("medicationReference").put("reference", base() + "/Medication/vial");
                },
                base());
        assertThat(answer.response().body()).contains("\"investigational\"").doesNotContain("\"information-needed\"");
    }

    @Test
    void followsNoRedirect() {
        held.put("/fhir/Coverage?patient=bcbsks-investigational-pain", "redirect " + base() + "/elsewhere");
        assertThat(sign(call -> call.remove("prefetch"), base()).status()).isEqualTo(412);
        assertThat(asked).doesNotContain("/fhir/elsewhere");
    }

    @Test
    void readsNoServerThatIsNotListed() {
        for (String base : List.of(
                "http://169.254.169.254/latest",
                "http://10.0.0.1/fhir",
                "ftp://localhost/fhir",
                "file:///etc/passwd",
                "http://user@localhost:" + client.getAddress().getPort() + "/fhir",
                "http://localhost.example.org/fhir")) {
            assertThat(sign(call -> call.remove("prefetch"), base).status())
                    .as(base)
                    .isEqualTo(412);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void neverKeepsTheToken() {
        hold("coverage", "/fhir/Coverage?patient=bcbsks-investigational-pain");
        Http.Answer answer = sign(call -> {}, base());
        String id = answer.response()
                .body()
                .replaceAll("(?s).*\"coverage-assertion-id\",\"valueString\":\"([^\"]+)\".*", "$1");
        assertThat(answer.response().body()).doesNotContain("SECRET");
        assertThat(http.get("/reviews/" + id).response().body()).contains(id).doesNotContain("SECRET");
    }

    private void hold(String prefetchKey, String path) {
        held.put(path, prefetch(prefetchKey).toString());
    }

    private com.fasterxml.jackson.databind.JsonNode prefetch(String key) {
        return sample().path("prefetch").path(key);
    }

    private Http.Answer sign(java.util.function.Consumer<ObjectNode> change, String base) {
        ObjectNode call = sample();
        call.put("fhirServer", base);
        call.putObject("fhirAuthorization").put("access_token", "SECRET").put("token_type", "Bearer");
        change.accept(call);
        return http.send("POST", "/cds-services/order-sign", call.toString());
    }

    private String base() {
        return "http://localhost:" + client.getAddress().getPort() + "/fhir";
    }

    private static ObjectNode sample() {
        try {
            return (ObjectNode) JSON.readTree(Samples.text("order-sign/bcbsks-investigational-pain.json"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
