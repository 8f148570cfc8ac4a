package org.precert.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.pas.PasStory;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a running server records, and what its auditors see of it. */
@DemoServer
class AuditOverHttpTest {

    private static final String PAIN = "bcbsks-investigational-pain";
    private static final String PHYSICIAN =
            "Basic " + Base64.getEncoder().encodeToString("demo-physician:demo-physician-key".getBytes(UTF_8));
    private static final String AUDITOR =
            "Basic " + Base64.getEncoder().encodeToString("demo-auditor:demo-auditor-key".getBytes(UTF_8));

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    private record Submitted(String bundle, String caseId, String number) {}

    private Submitted submit() {
        PasStory.Message message = PasStory.of(PAIN).request();
        assertThat(http.send("POST", message.path(), message.body()).status()).isEqualTo(200);
        Map<String, Object> last = jdbc.queryForMap("select id, number from pa_case order by seq desc limit 1");
        return new Submitted(message.body(), (String) last.get("ID"), (String) last.get("NUMBER"));
    }

    private JsonNode staff(String path) {
        Http.Answer answer = http.send("GET", path, "", path.startsWith("/audit/") ? AUDITOR : PHYSICIAN);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private List<String> kindsOf(String text) {
        return jdbc.queryForList(
                "select kind from audit_link where body like ? order by at, number", String.class, "%" + text + "%");
    }

    @Test
    void aHookIsRecordedWithItsExchange() {
        long before = links("exchange");
        assertThat(Call.of("order-sign/" + PAIN).send(http).status()).isEqualTo(200);
        assertThat(links("exchange")).isEqualTo(before + 1);
        assertThat(verified().path("sound").asBoolean()).isTrue();
    }

    @Test
    void aSubmissionIsRecordedWithItsCaseInOneChainOneAfterTheOther() {
        Submitted submitted = submit();
        List<Map<String, Object>> links = jdbc.queryForList(
                "select chain, number, kind from audit_link where body like ? order by number",
                "%" + submitted.caseId() + "%");
        assertThat(links).extracting(link -> link.get("KIND")).containsExactlyInAnyOrder("case", "submission");
        assertThat(links)
                .extracting(link -> link.get("CHAIN"))
                .containsOnly(links.get(0).get("CHAIN"));
        Long chained = jdbc.queryForObject(
                "select count(*) from audit_link where chain = ? and number between ? and ? and kind = 'exchange'",
                Long.class,
                links.get(0).get("CHAIN"),
                (Long) links.get(0).get("NUMBER") - 1,
                (Long) links.get(links.size() - 1).get("NUMBER") + 1);
        assertThat(chained).isPositive();
    }

    @Test
    void theRecordTellsOfNoPatient() throws Exception {
        Submitted submitted = submit();
        staff("/review-desk/cases/" + submitted.number());
        List<String> said = new ArrayList<>();
        JsonNode bundle = new ObjectMapper().readTree(submitted.bundle());
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Patient")) {
                said.add(resource.at("/name/0/family").asText());
                said.add(resource.at("/identifier/0/value").asText());
                said.add(resource.path("birthDate").asText());
            }
        }
        said.removeIf(String::isEmpty);
        assertThat(said).hasSizeGreaterThan(1);
        for (String body : jdbc.queryForList("select body from audit_link", String.class)) {
            assertThat(body).doesNotContain(said);
        }
    }

    @Test
    void whatStaffAndAppsReadIsRecorded() {
        Submitted submitted = submit();
        staff("/review-desk/cases/" + submitted.number());
        assertThat(kindsOf("\"what\":\"case\",\"cases\":[\"" + submitted.caseId()))
                .containsExactly("read");
        assertThat(http.get("/patient-access/fhir/ExplanationOfBenefit/" + submitted.caseId())
                        .status())
                .isEqualTo(200);
        assertThat(kindsOf("\"what\":\"ExplanationOfBenefit\",\"cases\":[\"" + submitted.caseId()))
                .containsExactly("read");
        assertThat(http.get("/pas/2.2.1/fhir/ClaimResponse/" + submitted.caseId())
                        .status())
                .isEqualTo(200);
        assertThat(kindsOf("\"what\":\"ClaimResponse\",\"cases\":[\"" + submitted.caseId()))
                .containsExactly("read");
    }

    @Test
    void whatCanNotBeRecordedIsNeitherShownNorDone() {
        Submitted submitted = submit();
        String eob = "/patient-access/fhir/ExplanationOfBenefit/" + submitted.caseId();
        jdbc.update("update audit_chain set chain = chain + 100");
        try {
            assertThat(http.get(eob).status()).isEqualTo(500);
            assertThat(http.send("GET", "/review-desk/cases/" + submitted.number(), "", PHYSICIAN)
                            .status())
                    .isEqualTo(500);
            long cases = count("pa_case");
            PasStory.Message message = PasStory.of(PAIN).request();
            assertThat(http.send("POST", message.path(), message.body()).status())
                    .isEqualTo(500);
            assertThat(count("pa_case")).isEqualTo(cases);
            // Nobody is let in for that.
            assertThat(http.get("/review-desk/cases").status()).isEqualTo(401);
        } finally {
            jdbc.update("update audit_chain set chain = chain - 100");
        }
        assertThat(http.get(eob).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsTurnedAwayIsRecorded() {
        assertThat(http.get("/review-desk/cases").status()).isEqualTo(401);
        assertThat(kindsOf("\"area\":\"review-desk\",\"status\":401")).contains("refused");
        assertThat(http.get("/audit/AuditEvent").status()).isEqualTo(401);
        assertThat(kindsOf("\"area\":\"audit\",\"status\":401")).contains("refused");
    }

    @Test
    void theRecordIsForAuditorsAndNothingElseIs() {
        Submitted submitted = submit();
        assertThat(http.send("GET", "/audit/AuditEvent", "", PHYSICIAN).status())
                .isEqualTo(403);
        assertThat(http.send("GET", "/audit/verify", "", PHYSICIAN).status()).isEqualTo(403);
        assertThat(http.send("GET", "/review-desk/cases", "", AUDITOR).status()).isEqualTo(403);
        assertThat(http.send("GET", "/review-desk/cases/" + submitted.number(), "", AUDITOR)
                        .status())
                .isEqualTo(403);
        assertThat(http.send("GET", "/admin/clients", "", AUDITOR).status()).isEqualTo(403);
        assertThat(kindsOf("\"status\":403,\"why\":\"role\"")).contains("refused");
    }

    @Test
    void theStartOfTheNodeAndItsPoliciesAreRecorded() {
        assertThat(links("node-start")).isPositive();
        assertThat(jdbc.queryForList("select body from audit_link where kind = 'policies'", String.class))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains("|"));
    }

    @Test
    void aChangedRowOfTheLedgerIsFoundAndNamed() {
        submit();
        Map<String, Object> row =
                jdbc.queryForMap("select id, request from exchange order by received_at desc limit 1");
        byte[] before = (byte[]) row.get("REQUEST");
        byte[] after = before.clone();
        after[after.length / 2]++;
        jdbc.update("update exchange set request = ? where id = ?", after, row.get("ID"));
        JsonNode found = verified();
        jdbc.update("update exchange set request = ? where id = ?", before, row.get("ID"));
        assertThat(found.path("sound").asBoolean()).isFalse();
        assertThat(found.path("broken")).hasSize(1);
        assertThat(found.at("/broken/0/flaw").asText()).isEqualTo("ROW_CHANGED");
        assertThat(found.at("/broken/0/words").asText()).contains("exchange " + row.get("ID"));
        assertThat(verified().path("sound").asBoolean()).isTrue();
    }

    @Test
    void auditEventsAreReadByPagesAndAreValid() {
        submit();
        staff("/review-desk/cases");
        List<String> ids = new ArrayList<>();
        String next = "/audit/AuditEvent?date=ge2020-01-01&_count=7";
        while (!next.isEmpty()) {
            JsonNode page = staff(next);
            Bundle parsed = FhirContext.forR4Cached()
                    .newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(Bundle.class, page.toString());
            parsed.getEntry()
                    .forEach(entry -> ids.add(entry.getResource().getIdElement().getIdPart()));
            next = page.at("/link/0/url").asText().replace("http://localhost:8080", "");
            // That pages are read is recorded, too: there is always one more.
            if (ids.size() > 40) {
                break;
            }
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(7);
        assertThat(http.send("GET", "/audit/AuditEvent?date=lt1990-01-01", "", AUDITOR)
                        .json()
                        .has("entry"))
                .isFalse();
        assertThat(http.send("GET", "/audit/AuditEvent?date=1990", "", AUDITOR).status())
                .isEqualTo(400);
        assertThat(http.send("GET", "/audit/AuditEvent?_page=1", "", AUDITOR).status())
                .isEqualTo(400);
    }

    private JsonNode verified() {
        return staff("/audit/verify");
    }

    private long links(String kind) {
        Long links = jdbc.queryForObject("select count(*) from audit_link where kind = ?", Long.class, kind);
        return links == null ? 0 : links;
    }

    private long count(String table) {
        Long rows = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return rows == null ? 0 : rows;
    }
}
