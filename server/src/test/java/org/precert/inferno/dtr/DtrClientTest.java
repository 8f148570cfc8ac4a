package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.conformance.DtrExample;
import org.precert.testing.Http;

/** The client of the replays, in front of a payer that answers with the examples. */
class DtrClientTest {

    private static final DtrExample EXAMPLE = DtrExample.dtr201();

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private HttpServer payer;

    @BeforeEach
    void start() throws IOException {
        payer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        payer.createContext("/fhir/Questionnaire/$questionnaire-package", exchange -> answer(exchange, this::form));
        payer.createContext("/fhir/Questionnaire/$next-question", exchange -> answer(exchange, this::next));
        payer.start();
    }

    @AfterEach
    void stop() {
        payer.stop(0);
    }

    @Test
    void goesFromTheOrdersToTheEndOfTheAdaptiveForm() {
        Flow flow = Flow.of(client(), "medica", false);
        assertThat(flow.questions()).hasSize(2);
        assertThat(flow.replies().get(1)).isEqualTo(EXAMPLE.completed());
        Scratch scratch = new Scratch();
        assertThat(new StaticGroup(scratch, ProfileCheck.UNCHECKED).results(flow.standard()))
                .allMatch(KitResult::passes);
        assertThat(new AdaptiveGroup(scratch, ProfileCheck.UNCHECKED).results(flow.adaptive(), flow.questions()))
                .allMatch(KitResult::passes);
    }

    @Test
    void sendsTheDraftFirstAndThenWhatWasAskedWithAnswers() {
        Flow flow = Flow.of(client(), "medica", true);
        assertThat(flow.questions().get(0).request().at("/parameter/0/name").asText())
                .isEqualTo("questionnaire-response");
        assertThat(asked.get(0).at("/item/0/item").size()).isZero();
        assertThat(asked.get(1).at("/item/0/item").size()).isEqualTo(3);
    }

    private DtrClient client() {
        return new DtrClient(new Http(payer.getAddress().getPort()), "/fhir", true);
    }

    private JsonNode form(JsonNode request) {
        return request.toString().contains("-adaptive") ? EXAMPLE.adaptivePackage() : EXAMPLE.standardPackage();
    }

    private JsonNode next(JsonNode request) {
        asked.add(request.has("parameter") ? request.at("/parameter/0/resource") : request);
        return asked.size() == 1 ? EXAMPLE.question() : EXAMPLE.completed();
    }

    private interface Answering {
        JsonNode to(JsonNode request);
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        byte[] bytes = answering
                .to(new ObjectMapper().readTree(exchange.getRequestBody()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
