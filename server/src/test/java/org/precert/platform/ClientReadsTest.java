package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.PrecertApplication;
import org.precert.clients.TestClient;
import org.precert.testing.Http;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Outside of the demo profile, a registered client reads what forms are made of, and nothing else. */
class ClientReadsTest {

    private static final String SET = "https://precert.dev/fhir/ValueSet/ketamine";

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext server;
    private static int port;
    private static Http http;
    private static String access;

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("production")
                .properties(
                        "server.port=0",
                        "precert.data=" + data,
                        "precert.crd.allowed-origins=https://app.example",
                        "precert.fhir.page-size=5")
                .run(TestClient.arguments());
        port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        http = new Http(port);
        http.awaitStore();
        access = TestClient.access(port, Instant.now());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Questionnaire",
                "Library?name=PrecertFacts",
                "Library/precertfacts",
                "ValueSet/ketamine",
                "ValueSet/ketamine/_history/1",
                "ValueSet?url=" + SET + "&version=1.0.0&_count=1&_summary=true",
                "ValueSet/$expand?url=" + SET,
                "ValueSet/$validate-code?url=" + SET + "&system=http://snomed.info/sct&code=373464007"
            })
    void readsWhatFormsAreMadeOf(String path) {
        Http.Answer answer = get(path);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("total").asInt(1)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Questionnaire",
                "Library?name=PrecertFacts",
                "ValueSet/ketamine",
                "ValueSet/$expand?url=" + SET,
                "ValueSet/ketamine/$expand",
                "Questionnaire/$log-questionnaire-errors"
            })
    void readsNothingOfItToStrangers(String path) {
        Http.Answer answer = http.get("/fhir/" + path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void aSearchCanBePosted() {
        assertThat(post("/fhir/ValueSet/_search?url=" + SET, "").status()).isEqualTo(200);
    }

    @Test
    void theFurtherPagesOfASearchAreRead() {
        Http.Answer first = get("ValueSet");
        String next = first.json().at("/link/1/url").asText();
        assertThat(next).startsWith("https://precert.example/fhir?_getpages=");
        String path = next.substring("https://precert.example".length());
        Http.Answer second = http.send("GET", path, "", access);
        assertThat(second.status()).as(second.response().body()).isEqualTo(200);
        assertThat(second.json().path("entry")).hasSize(5);
        for (String spelled : new String[] {path, path.replace("/fhir?", "/fhir/?"), path.replace("_get", "%5Fget")}) {
            assertThat(http.get(spelled).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Questionnaire?_revinclude=QuestionnaireResponse:questionnaire",
                "Questionnaire?_revinclude:iterate=QuestionnaireResponse:questionnaire",
                "Questionnaire?_has:QuestionnaireResponse:questionnaire:status=completed",
                "Library?_include=*",
                "Library?depends-on.name=x",
                "Library?depends-on:Library.name=x",
                "ValueSet?_filter=url eq x",
                "ValueSet?_list=x"
            })
    void aSearchLeadsNowhereElse(String path) {
        assertThat(get(path.replace(" ", "%20")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "QuestionnaireResponse", "CodeSystem", "Organization", "Coverage/x"})
    void otherTypesAreForNoClient(String path) {
        assertThat(get(path).status()).isEqualTo(403);
        assertThat(http.get("/fhir/" + path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, Library/precertfacts",
        "DELETE, Library/precertfacts",
        "POST, ValueSet",
        "GET, ValueSet/_history",
        "GET, Questionnaire/$meta"
    })
    void nothingIsWritten(String method, String path) {
        String body = method.equals("GET") || method.equals("DELETE") ? "" : "{\"resourceType\":\"ValueSet\"}";
        Http.Answer answer = http.send(method, "/fhir/" + path, body, access);
        assertThat(answer.status()).as(answer.response().body()).isIn(400, 403, 405);
    }

    @Test
    void everybodySeesWhoWeAreAndWhereATokenIsToBeHad() {
        Http.Answer metadata = http.get("/fhir/metadata");
        assertThat(metadata.status()).isEqualTo(200);
        JsonNode security = metadata.json().at("/rest/0/security");
        assertThat(security.at("/service/0/coding/0/code").asText()).isEqualTo("SMART-on-FHIR");
        assertThat(security.at("/extension/0/extension/0/valueUri").asText())
                .isEqualTo("https://precert.example/oauth/token");
        assertThat(http.get("/fhir/.well-known/smart-configuration")
                        .json()
                        .path("token_endpoint")
                        .asText())
                .isEqualTo("https://precert.example/oauth/token");
    }

    @Test
    void aTokenOfCdsHooksIsNoneHere() {
        String token = TestClient.authorization("/fhir/Questionnaire", Instant.now());
        assertThat(http.send("GET", "/fhir/Questionnaire", "", token).status()).isEqualTo(401);
    }

    @Test
    void aTokenForFormsReadsNoValueSet() {
        String forms = TestClient.access(port, Instant.now(), "system/Questionnaire.rs");
        assertThat(http.send("GET", "/fhir/Questionnaire", "", forms).status()).isEqualTo(200);
        Http.Answer refused = http.send("GET", "/fhir/ValueSet", "", forms);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"system/ValueSet.s\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir", "/dtr/2.0/fhir", "/dtr/2.2/fhir"})
    void aReportIsKeptUnderTheNameOfTheClient(String base) {
        String path = base + "/Questionnaire/$log-questionnaire-errors";
        String report = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"questionnaire\","
                + "\"valueCanonical\":\"https://elsewhere.example/x\"}]}";
        assertThat(http.send("POST", path, report).status()).isEqualTo(401);
        assertThat(post(path, report).status()).isEqualTo(200);
        assertThat(server.getBean(JdbcTemplate.class)
                        .queryForList("select distinct client from dtr_trouble", String.class))
                .containsExactly("springfield");
        assertThat(http.get("/actuator/dtr-errors").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Questionnaire/$log-questionnaire-errors",
                "/fhir/ValueSet",
                "/fhir/metadata",
                "/dtr/2.2/fhir/Questionnaire/$next-question"
            })
    void aPageOfAListedOriginMayCall(String path) throws IOException {
        assertThat(preflight(path, "https://app.example"))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: https://app.example")
                .contains("Access-Control-Allow-Headers: authorization");
        assertThat(preflight(path, "https://other.example")).startsWith("HTTP/1.1 403");
    }

    private static Http.Answer get(String path) {
        return http.send("GET", "/fhir/" + path, "", access);
    }

    private static Http.Answer post(String path, String body) {
        return http.send("POST", path, body, access);
    }

    private static String preflight(String path, String origin) throws IOException {
        String head = "OPTIONS " + path + " HTTP/1.1\r\nHost: server.example\r\nConnection: close\r\nOrigin: " + origin
                + "\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
