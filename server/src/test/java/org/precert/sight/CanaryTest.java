package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.sight.CanaryRequests.Good;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Marked values in every field of every kind of request, in addresses and headers, in what can not be read at all: none comes out
 * where operators, or whoever reads an error, would see it.
 */
@DemoServer
@TestInstance(Lifecycle.PER_CLASS)
class CanaryTest {

    private static final List<String> STAFF =
            List.of("Authorization", "Basic ZGVtby1waHlzaWNpYW46ZGVtby1waHlzaWNpYW4ta2V5");

    private static final Pattern OF_STAFF = Pattern.compile("^/(review-desk|admin|audit)");
    private static final Pattern OWN = Pattern.compile("urn:uuid:(.+)");
    private static final List<String> TYPES = List.of(
            "application/fhir+xml",
            "application/" + Marks.TEXT,
            "text/plain",
            CanaryRequests.FORM,
            "multipart/form-data; boundary=" + Marks.TEXT,
            Marks.TEXT,
            "application/json; charset=" + Marks.TEXT);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<String, Integer> good = new TreeMap<>();
    private final Map<String, Set<String>> sent = new HashMap<>();
    private final Map<String, Set<String>> otherwise = new HashMap<>();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    private final Set<String> subscriptions = new HashSet<>();
    private Net net;

    @BeforeAll
    void sendEverything() {
        new Http(port).awaitStore();
        net = new Net();
        CanaryRequests.all().forEach(this::bodies);
        subscriptions();
        staff();
        addresses();
        forms();
        headers();
        notEvenHttp();
        net.look(meters);
        net.lookAtThreads();
    }

    @AfterAll
    void stop() {
        net.close();
    }

    private void bodies(Good request) {
        String path = request.path();
        String door = path.split("/", 3)[1];
        boolean first = !sent.containsKey(door);
        good.merge(path, ok(post(request, request.body().toString())), Integer::sum);
        post(request, Marks.free(request.body()).toString());
        Marks.oneByOne(request.body(), sent.computeIfAbsent(door, each -> new HashSet<>()))
                .forEach(body -> post(request, body));
        Marks.ofAnotherType(request.body(), otherwise.computeIfAbsent(door, each -> new HashSet<>()))
                .forEach(body -> post(request, body));
        String everywhere = Marks.everywhere(request.body()).toString();
        post(request, everywhere);
        post(request, Marks.withUnknownNames(request.body()).toString());
        Marks.broken(request.body()).limit(first ? 100 : 3).forEach(body -> post(request, body));
        TYPES.stream().limit(first ? 100 : 2).forEach(type -> send("POST", path, type, everywhere));
    }

    /** Each as a request of its own: what was answered once is not worked on again. */
    private int post(Good request, String body) {
        Matcher own = OWN.matcher(request.body().at("/identifier/value").asText());
        String fresh =
                own.matches() ? body.replace(own.group(1), UUID.randomUUID().toString()) : body;
        return send("POST", request.path(), request.type(), fresh);
    }

    private static int ok(int status) {
        return status < 300 ? 1 : 0;
    }

    private void subscriptions() {
        for (String version : List.of("2.0.1", "2.2.1")) {
            bodies(new Good("/pas/" + version + "/fhir/Subscription", CanaryRequests.FHIR, inferno()));
        }
        String made = answer(
                        "POST",
                        "/pas/2.2.1/fhir/Subscription",
                        CanaryRequests.FHIR,
                        inferno().toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        CanaryRequests.ofASubscription(URI.create(made).getPath()).forEach(this::bodies);
        subscriptions.forEach(each -> send("DELETE", each, "", ""));
    }

    private static JsonNode inferno() {
        try (InputStream in = CanaryTest.class.getResourceAsStream("/subscriptions/inferno-221.json")) {
            return Marks.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void staff() {
        JsonNode submit = CanaryRequests.fresh("2.2.1", "bcbsks-investigational-pain");
        send(
                "POST",
                "/pas/2.2.1/fhir/Claim/$submit",
                CanaryRequests.FHIR,
                Marks.free(submit).toString());
        String key = STAFF.get(1);
        String list = answer("GET", "/review-desk/cases", "", "", "Authorization", key)
                .body();
        String number = Marks.json(list).findPath("number").asText("x");
        for (JsonNode action : List.of(
                Marks.json(
                        "{\"version\":1,\"action\":\"approve\",\"line\":1,\"from\":\"2026-06-20\",\"until\":\"2026-09-20\",\"note\":\"x\"}"),
                Marks.json(
                        "{\"version\":1,\"action\":\"deny\",\"line\":1,\"reason\":\"x\",\"text\":\"x\",\"note\":\"x\"}"),
                Marks.json("{\"version\":1,\"action\":\"note\",\"text\":\"x\"}"))) {
            everyWay(action)
                    .forEach(body -> answer(
                            "POST",
                            "/review-desk/cases/" + number + "/actions",
                            "application/json",
                            body,
                            "Authorization",
                            key,
                            "If-Match",
                            "\"" + Marks.TEXT + "\""));
        }
        JsonNode client = Marks.json(
                "{\"issuers\":[\"https://a.example\"],\"jwks-url\":\"https://a.example/jwks.json\",\"scopes\":[\"system/*.r\"]}");
        everyWay(client)
                .forEach(
                        body -> answer("PUT", "/admin/clients/canary", "application/json", body, "Authorization", key));
    }

    private static Stream<String> everyWay(JsonNode body) {
        return Stream.of(
                        Marks.oneByOne(body, new HashSet<>()),
                        Marks.ofAnotherType(body, new HashSet<>()),
                        Marks.broken(body))
                .flatMap(each -> each);
    }

    private void addresses() {
        String marked = Marks.TEXT;
        for (String route : CanaryRequests.routes(context)) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1);
            String body = method.equals("GET") ? "" : "{\"" + marked + "\":\"" + marked + "\"}";
            String query = "?" + marked + "=" + marked + "&patient=" + marked + "&_id=" + marked + "&from=" + Marks.DAY
                    + "x&year=" + marked + "&by=" + marked;
            for (String url : List.of(path + query, path + "/" + marked + query, path + ";" + marked + "=" + marked)) {
                send(method, url, CanaryRequests.FHIR, body);
                if (OF_STAFF.matcher(path).find()) {
                    answer(method, url, "application/json", body, "Authorization", STAFF.get(1));
                }
            }
        }
        for (String url : List.of(
                "/" + marked,
                "/cds-services/" + marked,
                "/fhir/" + marked,
                "/fhir/Patient/" + marked,
                "/fhir/Patient?name=" + marked,
                "/fhir/Patient?" + marked + "=1",
                "/fhir/Patient?birthdate=" + marked,
                "/fhir?_getpages=" + marked,
                "/fhir/Patient/$" + marked,
                "/fhir/metadata?_format=" + marked,
                "/pas/" + marked + "/fhir/Claim/$submit",
                "/%5A%5A" + "PHI%00",
                "/%C3%28" + marked,
                "/fhir/Library?url=" + marked + "%7C1&_sort=" + marked)) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", marked)) {
                send(
                        method,
                        url,
                        CanaryRequests.FHIR,
                        method.equals("GET") ? "" : "{\"resourceType\":\"" + marked + "\"}");
            }
        }
    }

    private void forms() {
        String marked = Marks.TEXT;
        String jwt = "eyJhbGciOiJFUzM4NCJ9.eyJpc3MiOiJaWlBISSJ9." + marked;
        for (String body : List.of(
                "grant_type=client_credentials&scope=" + marked + "&client_assertion_type=" + marked
                        + "&client_assertion=" + marked,
                "grant_type=client_credentials&scope=system/*.r&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                        + jwt,
                "grant_type=" + marked,
                marked + "=" + marked,
                marked + "=%" + marked,
                "grant_type=" + marked + "&grant_type=" + marked)) {
            send("POST", "/oauth/token", CanaryRequests.FORM, body);
            send("POST", "/oauth/token", "application/json", body);
        }
        for (String body : List.of(
                "patient=" + marked,
                "identifier=http://x|" + marked,
                "patient=" + Marks.NUMBER + "&service-date=" + marked,
                marked + "=%" + marked)) {
            send("POST", "/patient-access/fhir/ExplanationOfBenefit/_search", CanaryRequests.FORM, body);
        }
    }

    private void headers() {
        String marked = Marks.TEXT;
        Good call = CanaryRequests.all().get(5);
        for (String name : List.of(
                "X-Request-Id",
                "X-Correlation-Id",
                "traceparent",
                "tracestate",
                "baggage",
                "b3",
                "User-Agent",
                "Referer",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Cookie",
                "Authorization",
                "Prefer",
                "If-None-Match",
                "If-Match",
                "If-Modified-Since",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "Forwarded",
                "Origin",
                "Content-Encoding",
                "Range",
                "Access-Control-Request-Method",
                marked)) {
            answer("POST", call.path(), call.type(), call.body().toString(), name, marked);
            for (String value : List.of(marked, "Bearer " + marked, "00-" + marked + "-" + marked + "-01")) {
                answer("GET", "/review-desk/cases", "", "", name, value);
                answer("GET", "/fhir/Library", "", "", name, value);
                answer("GET", "/pas/2.2.1/fhir/ClaimResponse/x", "", "", name, value);
            }
        }
    }

    /** What Tomcat refuses by itself. */
    private void notEvenHttp() {
        String marked = Marks.TEXT;
        for (String request : List.of(
                "GET /" + marked + "{<script> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /" + marked + "%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/" + marked + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                marked + "(/) / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / " + marked + "\r\n\r\n",
                "GET / HTTP/9." + marked + "\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: " + marked + "_:x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + marked + " : (\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=" + marked + "\u0007; $" + marked
                        + "=\"\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nA: " + marked.repeat(8000) + "\r\n\r\n",
                "POST /oauth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + marked + "\r\n\r\n",
                "POST /cds-services/order-sign HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + marked
                        + "\r\n",
                "POST /cds-services/order-sign HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + marked + "\r\n\r\n",
                "GET /review-desk/cases?a=%" + marked + "&%" + marked
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            net.look("raw", 400, new HttpHeaders(), raw(request));
        }
    }

    private String raw(String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private int send(String method, String path, String type, String body) {
        return answer(method, path, type, body).statusCode();
    }

    private HttpResponse<String> answer(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + path.replace("|", "%7C")))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answers.merge(method + " " + answer.statusCode(), 1, Integer::sum);
            HttpHeaders told = new HttpHeaders();
            answer.headers().map().forEach(told::addAll);
            answer.headers()
                    .firstValue("Location")
                    .filter(each -> each.contains("/Subscription/"))
                    .ifPresent(each -> subscriptions.add(URI.create(each).getPath()));
            net.look(method + " " + path, answer.statusCode(), told, answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "print", "error", "header", "meter", "span", "thread"})
    void nothingThatIsMarkedComesOut(String where) {
        assertThat(net.caught(where)).isEmpty();
    }

    @Test
    void requestsWentAllTheWay() {
        assertThat(answers.values().stream().mapToInt(each -> each).sum()).isGreaterThan(1000);
        assertThat(answers).containsKeys("POST 200", "POST 201", "POST 400", "POST 404", "POST 415", "POST 422");
        assertThat(answers).doesNotContainKeys("GET 500", "POST 500", "PUT 500", "DELETE 500");
        good.keySet().removeIf(path -> path.endsWith("$next-question")); // it wants a form that only the server has
        assertThat(good).allSatisfy((path, times) -> assertThat(times).as(path).isPositive());
        assertThat(net.spans()).contains("review", "line", "/cds-services/{id}");
        assertThat(net.lines()).isGreaterThan(1000);
    }

    /** So that what is asserted above can fail. */
    @Test
    void whatWouldComeOutIsCaught() {
        try (Net planted = new Net()) {
            LoggerFactory.getLogger("org.precert.Leak").debug("{}", "Jane" + Marks.TEXT.toLowerCase(Locale.ROOT));
            MDC.put("patient", Marks.DAY);
            LoggerFactory.getLogger("org.example.Leak").warn("Something");
            MDC.remove("patient");
            LoggerFactory.getLogger("leak").trace("A number", new IllegalStateException("of " + Marks.TEXT));
            System.err.println(Marks.NUMBER);
            Spans.begin(Work.REVIEW).tell(Fact.CLIENT, Marks.TEXT).close();
            HttpHeaders headers = new HttpHeaders();
            headers.add("Location", "/" + Marks.TEXT);
            planted.look("POST", 200, headers, Marks.TEXT);
            planted.look("POST", 400, new HttpHeaders(), Marks.TEXT);
            meters.counter("leak", "patient", Marks.TEXT);
            planted.look(meters);

            assertThat(planted.caught("log")).hasSize(2);
            assertThat(Stream.of("print", "span", "header", "error", "meter"))
                    .allSatisfy(
                            kind -> assertThat(planted.caught(kind)).as(kind).hasSize(1));
        } finally {
            meters.find("leak").meters().forEach(meters::remove);
        }
    }
}
