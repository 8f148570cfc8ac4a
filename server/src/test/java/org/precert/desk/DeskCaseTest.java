package org.precert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.CaseStore;
import org.precert.testing.Http;
import org.precert.testing.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The case, and all that its decision rests on, side by side. */
@DeskServer
class DeskCaseTest {

    @Autowired
    private CaseStore cases;

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;
    private DeskCalls nurse;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
        nurse = DeskCalls.nurse(port);
    }

    private JsonNode shown(CaseExamples example) {
        return nurse.show(example.in(cases).number()).json();
    }

    @Test
    void whatIsAskedStandsBesideWhatThePolicySays() {
        JsonNode line = shown(CaseExamples.of("case")).at("/lines/0");
        assertThat(line.at("/asked/code").asText()).isEqualTo("96365");
        assertThat(line.at("/asked/quantity").asInt()).isEqualTo(10);
        assertThat(line.at("/policy/document").asText()).isEqualTo("Made-up policy");
        assertThat(line.at("/policy/locator").asText()).isEqualTo("page 2");
        assertThat(line.at("/policy/link").asText()).isEqualTo("/policies/made-up");
        assertThat(line.at("/standing/draft/words").asText()).contains("investigational");
    }

    @Test
    void whatWasSaidAtOrderEntryIsNotHidden() {
        JsonNode earlier = shown(CaseExamples.of("case")).at("/lines/0/saidAtOrderEntry");
        assertThat(earlier.path("differs").asBoolean()).isTrue();
        assertThat(earlier.path("determination").asText()).isEqualTo("not-addressed");
    }

    @Test
    void dueTimeRuleAndCitationAreTold() {
        JsonNode due = shown(CaseExamples.of("case")).path("due");
        assertThat(due.path("rule").asText()).isEqualTo("ma-service-standard");
        assertThat(due.path("citation").asText()).startsWith("42 CFR");
        assertThat(due.path("words").asText()).startsWith("7 calendar days");
    }

    @Test
    void theFindingsOfTheReviewComeWithTheirEvidenceAndWhoLooksIsNoted() {
        String id = assertionId("bcbsks-investigational-pain");
        JsonNode line = shown(CaseExamples.of("case").reviewed(id, "bcbsks-iv-anesthetics|1"))
                .at("/lines/0");
        assertThat(line.at("/findings/statements/0/locator").asText()).isNotBlank();
        assertThat(line.at("/findings").toString()).contains("MedicationRequest/");
        assertThat(line.at("/findings/trace")).isNotEmpty();
        assertThat(jdbc.queryForList(
                        "select by_whom from log_access where what = 'review-desk' and assertion_id = ?",
                        String.class,
                        id))
                .containsExactly("demo-nurse");
    }

    @Test
    void theHistoryTellsWhoDidWhatAndWhen() {
        JsonNode history = shown(CaseExamples.of("case")).path("history");
        assertThat(history).hasSize(1);
        assertThat(history.at("/0/at").asText()).isEqualTo("2026-06-10T12:00:00Z");
        assertThat(history.at("/0/by").asText()).isEqualTo("the provider's system");
        assertThat(history.at("/0/words").asText()).isEqualTo("The request came in: line 1: waits for a clinician");
    }

    private String assertionId(String sample) {
        JsonNode parts = http.send("POST", "/cds-services/order-sign", Samples.text("order-sign/" + sample + ".json"))
                .json()
                .at("/systemActions/0/resource/extension/0/extension");
        for (JsonNode part : parts) {
            if (part.path("url").asText().equals("coverage-assertion-id")) {
                return part.path("valueString").asText();
            }
        }
        throw new AssertionError("No assertion id in " + parts);
    }
}
