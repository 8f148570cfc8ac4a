package org.precert.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is met, what is not, what is missing, and what would change the answer: before anything is sent. */
@DemoServer
class GapReportTest {

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    private JsonNode review(String sample) {
        Http.Answer answer = FormCall.withChart(sample).send(http, "2.0", "gap-report");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().at("/parameter/0/part");
    }

    private static Stream<JsonNode> parts(JsonNode parts, String name) {
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("part"));
    }

    private static String value(JsonNode parts, String name) {
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .map(each ->
                        each.path("valueString").asText(each.path("valueCode").asText()))
                .findFirst()
                .orElse("");
    }

    private static List<String> criteria(JsonNode review) {
        return parts(review, "criterion")
                .map(each -> value(each, "id") + " " + value(each, "is"))
                .toList();
    }

    @Test
    void metCriteriaAreToldWithTheirEvidence() {
        JsonNode review = review("example-authorization-required-criteria-met");
        assertThat(criteria(review)).hasSize(6).allMatch(each -> each.endsWith(" met"));
        assertThat(parts(review, "criterion")
                        .filter(each -> parts(each, "evidence").findAny().isPresent()))
                .hasSize(6);
        assertThat(parts(review, "missing")).isEmpty();
    }

    @Test
    void unknownIsNotNotMet() {
        assertThat(criteria(review("example-criteria-unknown"))).anyMatch(each -> each.endsWith(" unknown"));
        assertThat(criteria(review("example-criteria-not-met"))).anyMatch(each -> each.endsWith(" not-met"));
    }

    @Test
    void whatIsMissingIsAskedFor() {
        JsonNode review = review("bcbsks-no-indication-information-needed");
        assertThat(value(review, "determination")).isEqualTo("information-needed");
        assertThat(parts(review, "missing").map(each -> value(each, "id"))).containsExactly("indication");
        assertThat(parts(review, "missing").map(each -> value(each, "ask"))).allMatch(ask -> ask.contains("ICD-10-CM"));
    }

    @Test
    void whatWouldChangeTheAnswerIsTold() {
        JsonNode review = review("bcbsks-investigational-pain");
        assertThat(parts(review, "change").map(each -> value(each, "statement") + " " + value(each, "effect")))
                .contains("A would no longer apply, were it otherwise");
    }

    @Test
    void nothingIsKept() {
        Long before = jdbc.queryForObject("select count(*) from exchange", Long.class);
        review("example-criteria-unknown");
        assertThat(jdbc.queryForObject("select count(*) from exchange", Long.class))
                .isEqualTo(before);
    }
}
