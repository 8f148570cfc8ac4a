package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.TestClient;
import org.precert.testing.Http;
import org.precert.testing.ProductionServer;
import org.precert.testing.Samples;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.http.HttpHeaders;

/** What a server in production tells of a request, and of itself. */
class SightOverHttpTest {

    private static final String HOOK = "/cds-services/order-sign";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ID = "76d148b6-586d-11ec-bf63-0242ac130002";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Http http = ProductionServer.http();
    private final Logger requests = (Logger) LoggerFactory.getLogger("org.precert.requests");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        requests.addAppender(lines);
    }

    @AfterEach
    void leave() {
        requests.detachAppender(lines);
    }

    @Test
    void aHookIsToldInOneLineByItsRouteItsClientAndItsIds() throws Exception {
        HttpResponse<String> answer = send(
                "POST",
                HOOK + "?patient=Jane",
                Samples.text("order-sign/bcbsks-fep-refer.json"),
                "Authorization",
                TestClient.authorization(HOOK, Instant.now()),
                "traceparent",
                "00-" + TRACE + "-b7ad6b7169203331-01",
                "X-Request-Id",
                ID);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly(ID);

        ILoggingEvent line = line();
        assertThat(line.getFormattedMessage()).matches("POST /cds-services/\\{id} 200 \\d+ ms springfield");
        assertThat(line.getMDCPropertyMap()).containsEntry("trace.id", TRACE).containsEntry("http.request.id", ID);
        assertThat(values(line))
                .containsEntry("http.route", "/cds-services/{id}")
                .containsEntry("http.response.status_code", "200")
                .containsEntry("precert.client", "springfield")
                .containsKeys("event.duration", "http.request.body.bytes", "http.response.body.bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /cds-services/order-sign|POST /cds-services/** 401 ",
                "GET /fhir/Patient/Jane|GET /fhir/** 401 ",
                "GET /Jane/Doe|GET /** 404 ",
                "JANE /cds-services|other /cds-services/** ",
                "GET /pas/2.2.1/fhir/ClaimResponse/Jane|GET /pas/** 401 "
            })
    void whatTheCallerChoseIsNotInIt(String requested) throws Exception {
        String request = requested.substring(0, requested.indexOf('|'));
        String told = requested.substring(requested.indexOf('|') + 1);
        HttpResponse<String> answer =
                send(request.substring(0, request.indexOf(' ')), request.substring(request.indexOf(' ') + 1), "");
        assertThat(line().getFormattedMessage()).startsWith(told);
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f-]{36}");
    }

    @Test
    void whatTomcatRefusesIsToldToo() throws IOException {
        try (var socket = new java.net.Socket("localhost", http.port())) {
            socket.getOutputStream().write("GET /Jane{ HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 400");
        }
        assertThat(line().getFormattedMessage()).startsWith("GET /** 400 ");
    }

    @Test
    void probesAreNotTold() {
        http.get("/readyz");
        http.get("/actuator/health/pas");
        http.get("/cds-services");
        assertThat(line().getFormattedMessage()).startsWith("GET /cds-services 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/livez", "/readyz", "/actuator/health/crd", "/actuator/health/dtr", "/actuator/health/pas"})
    void eachDoorSaysThatItIsReadyAndNoMore(String probe) {
        Http.Answer answer = http.get(probe);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void noTokenAndNoCookieIsTold() throws Exception {
        String token = TestClient.access(http.port(), Instant.now());
        String jwt = TestClient.authorization(HOOK, Instant.now());
        List<String> secrets = List.of(
                token.substring("Bearer ".length()),
                jwt.substring("Bearer ".length()),
                jwt.substring(jwt.lastIndexOf('.') + 1),
                ProductionServer.ADMIN.substring(ProductionServer.ADMIN.indexOf('=') + 1));
        try (Net net = new Net(text -> secrets.stream().anyMatch(text::contains))) {
            String body = Samples.text("order-sign/bcbsks-fep-refer.json");
            for (String authorization : List.of(jwt, jwt, jwt + "x", token, "Basic " + jwt, token.substring(7))) {
                look(net, send("POST", HOOK, body, "Authorization", authorization));
                look(net, send("GET", "/pas/2.2.1/fhir/ClaimResponse/x", "", "Authorization", authorization));
                look(net, send("GET", "/fhir/Library?_count=1", "", "Authorization", authorization));
            }
            for (String cookie :
                    List.of(ProductionServer.ADMIN, ProductionServer.ADMIN + "x", ProductionServer.ADMIN + "\"")) {
                look(net, send("GET", "/admin/clients", "", "Cookie", cookie));
                look(net, send("GET", "/review-desk/cases", "", "Cookie", cookie));
            }
            assertThat(net.lines()).isGreaterThan(10);
            assertThat(List.of("log", "print", "error", "header", "span"))
                    .allSatisfy(kind -> assertThat(net.caught(kind)).isEmpty());
        }
    }

    private static void look(Net net, HttpResponse<String> answer) {
        HttpHeaders headers = new HttpHeaders();
        answer.headers().map().forEach(headers::addAll);
        net.look("", answer.statusCode(), headers, answer.body());
    }

    @Test
    void withoutACollectorNothingIsTraced() {
        assertThat(Spans.begin(Work.REVIEW)).isSameAs(Span.NONE);
        org.junit.jupiter.api.Assertions.assertThrows(
                NoSuchBeanDefinitionException.class,
                () -> ProductionServer.context().getBean(Collector.class));
    }

    /** The first since the test began; it is written when the answer is out already. */
    private ILoggingEvent line() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (lines.list.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(lines.list).isNotEmpty();
        return lines.list.get(0);
    }

    private static Map<String, String> values(ILoggingEvent line) {
        List<KeyValuePair> pairs = line.getKeyValuePairs();
        return pairs.stream().collect(Collectors.toMap(each -> each.key, each -> String.valueOf(each.value)));
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + http.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
