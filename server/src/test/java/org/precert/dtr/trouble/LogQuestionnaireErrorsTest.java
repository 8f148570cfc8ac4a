package org.precert.dtr.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.evaluation.CqlLines.Define;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.Policy;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The operation over HTTP, and what is to be seen of it. Tests share a server, so each looks at what it added itself. */
@DemoServer
class LogQuestionnaireErrorsTest {

    private static final String PATH = "/fhir/Questionnaire/$log-questionnaire-errors";
    private static final String REPORT = """
            {"resourceType":"Parameters","parameter":[
             {"name":"operationOutcome","resource":{"resourceType":"OperationOutcome","issue":[
              {"severity":"error","code":"exception",
               "details":{"text":"Mr. Zebulon Quux","coding":[{"system":"urn:quux","code":"quux"}]},
               "diagnostics":"%s failed for Zebulon Quux (Condition/quux)","expression":["Quux.item[0]"]}]}},
             {"name":"questionnaire","valueCanonical":"%s"}]}""";

    private Http http;

    @Autowired
    private PolicyDesk policies;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PATH, "/dtr/2.0" + PATH, "/dtr/2.2" + PATH, "/fhir/Questionnaire/%24log-questionnaire-errors"})
    void aReportIsTakenWithoutAWord(String path) {
        Http.Answer answer = http.send("POST", path, REPORT.formatted("x", "https://elsewhere.example/Quux"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.response().body()).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void whatIsReportedIsSeenWithItsPlaceInTheCql() {
        Policy policy = policies.book().policies().stream()
                .filter(each -> !each.questionnaires().isEmpty())
                .findFirst()
                .orElseThrow();
        String form = policy.questionnaireId(
                policy.questionnaires().keySet().iterator().next());
        String canonical = "http://localhost:8080/fhir/Questionnaire/" + form;
        Define define = policies.cqlLines().in(policy.library()).get(0);
        String place = "\\\"" + define.library() + "\\\".\\\"" + define.name() + "\\\"";
        long before = times(canonical, define);
        send(REPORT.formatted(place, canonical + "|" + policy.version()));
        send(REPORT.formatted(place, canonical + "|" + policy.version()));
        assertThat(times(canonical, define)).isEqualTo(before + 2);
    }

    @Test
    void nothingOfAPatientIsKept() {
        send(REPORT.formatted("Quux", "https://precert.example/Questionnaire/quux|quux"));
        send(REPORT.formatted("PrecertFacts", "http://localhost:8080/fhir/Questionnaire/Quux|Quux"));
        assertThat(jdbc.queryForList("select * from dtr_trouble"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.toString()).doesNotContainIgnoringCase("quux"));
        assertThat(http.get("/actuator/dtr-errors").response().body()).doesNotContainIgnoringCase("quux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"resourceType\":\"OperationOutcome\"}", "{\"resourceType\":\"Parameters\"}"})
    void whatIsNoReportIsRefusedWithAnOutcome(String body) {
        Http.Answer answer = http.send("POST", PATH, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void aRefusalNamesThePlace() {
        String patient = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operationOutcome\","
                + "\"resource\":{\"resourceType\":\"Patient\"}}]}";
        assertThat(http.send("POST", PATH, patient)
                        .json()
                        .at("/issue/0/expression/0")
                        .asText())
                .isEqualTo("Parameters.parameter[0].resource");
        assertThat(http.get(PATH).status()).isEqualTo(405);
    }

    @Test
    void thePeriodCanBeChosen() {
        send(REPORT.formatted("x", "https://elsewhere.example/x"));
        assertThat(errors("?since=2026-06-10T11:00:00Z")).isNotEmpty();
        assertThat(errors("?since=2026-06-10T13:00:00Z")).isEmpty();
        assertThat(http.get("/actuator/dtr-errors?since=yesterday").status()).isEqualTo(400);
    }

    private void send(String report) {
        assertThat(http.send("POST", PATH, report).status()).isEqualTo(200);
    }

    private JsonNode errors(String query) {
        return http.get("/actuator/dtr-errors" + query).json().path("errors");
    }

    private long times(String canonical, Define define) {
        return StreamSupport.stream(errors("").spliterator(), false)
                .filter(each -> each.path("questionnaire").asText().equals(canonical))
                .filter(each -> each.path("library").asText().equals(define.library()))
                .filter(each -> each.path("define").asText().equals(define.name()))
                .filter(each -> each.path("line").asInt() == define.first())
                .mapToLong(each -> each.path("times").asLong())
                .sum();
    }
}
