package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Actor;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseExamples;
import org.precert.cases.CaseKey;
import org.precert.cases.CaseStore;
import org.precert.cases.Member;
import org.precert.cases.PendReason;
import org.precert.cases.Requester;
import org.precert.pas.PasCall.Answer;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member of whom there is more than an answer has room for. */
@DemoServer
class InquiryCutTest {

    private static final String ORAL = "bcbsks-oral-not-addressed";
    private static final int MOST = 50;

    @Autowired
    private CaseStore cases;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void whatIsLeftOutIsSaidInBothVersions() {
        PasCall first = PasCall.of("2.2.1", ORAL);
        LocalDate day = LocalDate.parse("2026-06-20");
        for (int i = 0; i < MOST + 2; i++) {
            String serviced = day.plusDays(i).toString();
            PasCall next = first.renamed().change(claim -> claim.path("item").forEach(item -> serve(item, serviced)));
            assertThat(next.submit(port).status()).isEqualTo(200);
        }
        for (String version : List.of("2.0.1", "2.2.1")) {
            Answer answer = PasCall.inquiry(version, "inquiry-any-service", first.member())
                    .change(claim -> claim.remove("billablePeriod"))
                    .inquire(port);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().findValues("resourceType"))
                    .filteredOn(type -> type.asText().equals("ClaimResponse"))
                    .hasSize(MOST);
            JsonNode issue = issue(answer.json());
            assertThat(issue.path("severity").asText()).isEqualTo("warning");
            assertThat(issue.at("/details/text").asText()).contains("The latest 50", "2 more", "name days of service");
        }
    }

    private static JsonNode issue(JsonNode answer) {
        return answer.findParents("severity").stream()
                .filter(each -> each.path("code").asText().equals("incomplete"))
                .findFirst()
                .orElseThrow();
    }

    private static void serve(JsonNode item, String day) {
        ((ObjectNode) item).remove("servicedPeriod");
        ((ObjectNode) item).put("servicedDate", day);
    }

    @Test
    void whoHasThousandsOfCasesLosesNoneOfThem() {
        String member = "M-" + UUID.randomUUID();
        Case like = CaseExamples.opened(CaseExamples.pended(PendReason.CLINICAL_REVIEW))
                .told();
        for (int i = 0; i < 210; i++) {
            cases.open(
                    new CaseEvent.Opened(
                            UUID.randomUUID().toString(),
                            "P" + UUID.randomUUID(),
                            "2.2.1",
                            "none",
                            "payer",
                            new Requester("clinic", Set.of(), Set.of()),
                            new Member(Set.of(member), "", "", ""),
                            false,
                            Instant.parse("2026-06-10T12:00:00Z"),
                            Optional.empty(),
                            like.lines(),
                            like.due()),
                    new Actor.Machine("policy 1"),
                    List.of(),
                    List.of());
        }
        CaseKey key = new CaseKey(CaseKey.Kind.MEMBER, member);
        assertThat(cases.ids(key)).hasSize(210).doesNotHaveDuplicates();
        assertThat(cases.find(key)).hasSize(210);
        assertThat(cases.ids(key))
                .isEqualTo(cases.find(key).stream().map(Case::id).toList());
    }
}
