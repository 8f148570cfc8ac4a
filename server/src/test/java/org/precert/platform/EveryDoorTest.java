package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.TestClient;
import org.precert.testing.Http;
import org.precert.testing.ProductionServer;

/**
 * Walks over everything that a server answers, with the credentials that let one in, and sends what nobody should. Whoever adds a route
 * meets this test.
 */
class EveryDoorTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CANARY = "canary-7f3a";

    private static Http http;
    private static String token;

    @BeforeAll
    static void start() {
        http = ProductionServer.http();
        http.awaitStore();
        token = TestClient.access(http.port(), Instant.now());
    }

    private record Sent(String route, String type, byte[] body, Map<String, String> headers) {

        Sent(String route, String type, byte[] body) {
            this(route, type, body, Map.of());
        }

        String path() {
            return route.substring(route.indexOf(' ') + 1);
        }

        HttpResponse<String> answer() {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + http.port() + path().replace("|", "%7C")))
                    .method(
                            route.substring(0, route.indexOf(' ')),
                            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            authorization().ifPresent(value -> request.header("Authorization", value));
            if (isStaffs()) {
                boolean desk = path().startsWith("/review-desk");
                request.header("Cookie", desk ? ProductionServer.NURSE : ProductionServer.ADMIN);
            }
            try {
                return CLIENT.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(route, e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private Optional<String> authorization() {
            if (path().startsWith("/cds-services")) {
                return Optional.of(TestClient.authorization(path(), Instant.now()));
            }
            return path().startsWith("/oauth") || isStaffs() ? Optional.empty() : Optional.of(token);
        }

        private boolean isStaffs() {
            return path().matches("/(review-desk|audit|admin|sign-(in|out))(/.*)?");
        }
    }

    /** All that Spring maps, and what of the FHIR store matters here. */
    private static List<String> routes() {
        return Stream.concat(
                        EveryRouteTest.mapped()
                                .map(route -> route.replace("/cds-services/x", "/cds-services/order-sign")),
                        Stream.of(
                                "POST /fhir/ValueSet/_search",
                                "POST /fhir/ValueSet/$validate-code",
                                "GET /fhir/Questionnaire",
                                "GET /fhir/metadata",
                                "GET /nothing-is-here",
                                "GET /review-desk/index.html"))
                .toList();
    }

    private static List<String> taking() {
        return routes().stream()
                .filter(route -> route.matches("(POST|PUT|PATCH) .*"))
                .toList();
    }

    @Test
    void everyAnswerIsGuarded() {
        List<String> bare = new ArrayList<>();
        for (String route : routes()) {
            HttpResponse<String> answer = new Sent(route, "", new byte[0]).answer();
            Map<String, List<String>> headers = answer.headers().map();
            if (!first(headers, "x-content-type-options").equals("nosniff")
                    || !first(headers, "content-security-policy").startsWith("default-src 'none'")
                    || !first(headers, "content-security-policy").contains("frame-ancestors 'none'")
                    || !first(headers, "referrer-policy").equals("no-referrer")
                    || !first(headers, "strict-transport-security").startsWith("max-age=")
                    || headers.getOrDefault("cache-control", List.of()).size() != 1
                    || headers.keySet().stream()
                            .anyMatch(name -> name.matches("(?i)server|x-powered-by|x-application-context"))) {
                bare.add(route + " " + answer.statusCode() + " " + headers);
            }
        }
        assertThat(bare).isEmpty();
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    @Test
    void whatHoldsDataOfPatientsIsKeptByNoCache() {
        List<String> kept = routes().stream()
                .filter(route ->
                        !route.matches("GET (/cds-services|/policies/.*|/metrics/.*|.*/ValueSet/\\$expand|.*metadata)"))
                .filter(route -> !new Sent(route, "", new byte[0])
                        .answer()
                        .headers()
                        .firstValue("cache-control")
                        .orElse("")
                        .contains("no-store"))
                .toList();
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/fhir+xml",
                "application/xml",
                "text/xml",
                "application/XML; charset=utf-8",
                "application/xml+fhir",
                "image/svg+xml"
            })
    void takesXmlNowhere(String type) {
        byte[] bomb = """
                <?xml version="1.0"?><!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;&a;">]>
                <Parameters xmlns="http://hl7.org/fhir"><id value="&b;"/></Parameters>""".getBytes(StandardCharsets.UTF_8);
        assertThat(answers(type, bomb).filter(told -> !told.startsWith("415"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/fhir+xml", "application/xml", "text/xml;q=1", "application/rdf+xml", "text/turtle"})
    void givesXmlNowhere(String accept) {
        List<String> wrong = new ArrayList<>();
        for (String route : routes()) {
            HttpResponse<String> answer = new Sent(route, "", new byte[0], Map.of("Accept", accept)).answer();
            boolean fhir = route.matches("[A-Z]+ /(fhir|dtr|pas)/.*") && !route.contains(".well-known");
            boolean xml = answer.headers().firstValue("content-type").orElse("").contains("xml")
                    || answer.body().startsWith("<?xml");
            if (xml || (fhir && answer.statusCode() < 400)) {
                wrong.add(route + " " + answer.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/metadata?_format=xml",
                "/fhir/Questionnaire?_format=application/fhir%2Bxml",
                "/fhir/Questionnaire?_format=text/xml",
                "/fhir/Questionnaire?_format=ttl",
                "/fhir/Questionnaire?_format=html",
                "/fhir/Questionnaire?_format=json&_format=xml",
                "/fhir/ValueSet/$expand?_format=xml",
                "/pas/2.2.1/fhir/metadata?_format=xml"
            })
    void isAskedForXmlByItsParameterInVain(String path) {
        assertThat(new Sent("GET " + path, "", new byte[0]).answer().statusCode())
                .isEqualTo(406);
    }

    @Test
    void isAskedForXmlByAFormInVain() {
        byte[] form = "_format=xml&name=x".getBytes(StandardCharsets.UTF_8);
        assertThat(new Sent("POST /fhir/ValueSet/_search", "application/x-www-form-urlencoded", form)
                        .answer()
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void aBrowserThatWouldLikeXmlBestGetsJson() {
        String accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        HttpResponse<String> answer =
                new Sent("GET /fhir/metadata", "", new byte[0], Map.of("Accept", accept)).answer();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).contains("json");
    }

    @Test
    void takesNothingCompressedAnywhere() {
        List<String> taken = new ArrayList<>();
        for (String route : taking()) {
            int status = new Sent(
                            route,
                            "application/json",
                            "{}".getBytes(StandardCharsets.UTF_8),
                            Map.of("Content-Encoding", "gzip"))
                    .answer()
                    .statusCode();
            if (status != 415) {
                taken.add(route + " " + status);
            }
        }
        assertThat(taken).isEmpty();
    }

    static Stream<String> bombs() {
        return BOMBS.keySet().stream();
    }

    private static final Map<String, byte[]> BOMBS = new LinkedHashMap<>();

    static {
        bomb("20,000 arrays in each other", "[".repeat(20_000));
        bomb("20,000 objects in each other", "{\"a\":".repeat(20_000));
        bomb("101 levels, all of them closed", "{\"a\":".repeat(100) + "{}" + "}".repeat(100));
        bomb("a number of eight bytes and a million digits", "{\"resourceType\":\"Parameters\",\"a\":1e999999999}");
        bomb("a number that is next to nothing", "{\"resourceType\":\"Parameters\",\"a\":1e-999999999}");
        bomb("a number of a thousand digits", "{\"a\":" + "9".repeat(1001) + "}");
        bomb("a key twice", "{\"resourceType\":\"Parameters\",\"resourceType\":\"Bundle\"}");
        bomb("a key twice, in another spelling", "{\"resourceType\":\"Parameters\",\"resource\\u0054ype\":\"Bundle\"}");
        bomb("a key twice, deep inside", "{\"a\":[{\"b\":{\"c\":1,\"c\":2}}]}");
        bomb("a key of a hundred thousand characters", "{\"" + "k".repeat(100_000) + "\":1}");
        bomb("four hundred thousand numbers", "{\"a\":[0" + ",0".repeat(400_000) + "]}");
        bomb(
                "two hundred thousand entries",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{}" + ",{}".repeat(200_000) + "]}");
        bomb("something behind the end", "{} {}");
        bomb("no end", "{\"a\":\"" + CANARY);
        bomb("no JSON", CANARY);
        bomb("not a number", "{\"a\":NaN}");
        bomb("a comment", "{/* " + CANARY + " */}");
        bomb("single quotes", "{'a':1}");
        bomb("a line break in a text", "{\"a\":\"\n" + CANARY + "\"}");
        bomb("a null byte", "{\"a\":\u0000}");
        BOMBS.put("half a letter", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, '"', '}'});
        BOMBS.put("an overlong letter", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'});
        bomb("an array", "[]");
        bomb("a text", "\"" + CANARY + "\"");
        bomb("nothing but null", "null");
    }

    private static void bomb(String name, String body) {
        BOMBS.put(name, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void noRouteTakesOrTellsOfABomb(String name) {
        List<String> wrong = new ArrayList<>();
        for (String route : taking()) {
            if (route.endsWith("_search")) {
                // It takes forms, and looks at nothing else.
                continue;
            }
            boolean fhir = !route.matches("[A-Z]+ /(review-desk|audit|admin|oauth|cds-services).*");
            HttpResponse<String> answer =
                    new Sent(route, fhir ? "application/fhir+json" : "application/json", BOMBS.get(name)).answer();
            String body = answer.body();
            boolean clear = body.isEmpty() || body.startsWith("{");
            boolean innards = body.contains("Exception") || body.contains("\tat ") || body.contains("com.fasterxml");
            int outcomes = body.split("\"issue\"", -1).length - 1;
            if (answer.statusCode() < 400
                    || answer.statusCode() >= 500
                    || !clear
                    || innards
                    || outcomes > 1
                    || body.contains(CANARY)) {
                wrong.add(route + " " + answer.statusCode() + " " + body.substring(0, Math.min(200, body.length())));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** By status and route. */
    private static Stream<String> answers(String type, byte[] body) {
        return new TreeSet<>(taking())
                .stream()
                        .map(route -> new Sent(route, type, body))
                        .map(sent -> sent.answer().statusCode() + " " + sent.route());
    }
}
