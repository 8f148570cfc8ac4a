package org.precert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff see what is to be done, what is due first first. */
@DeskServer
class WorklistTest {

    @Autowired
    private CaseStore cases;

    private DeskCalls physician;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        physician = DeskCalls.physician(port);
    }

    @Test
    void whatIsDueFirstComesFirstAndTheExpeditedOneWhereThatIsTheSame() {
        CaseExamples example = CaseExamples.of("worklist-order");
        String later = example.due("2026-06-17T09:00:00Z").in(cases).number();
        String standard = example.due("2026-06-12T09:00:00Z").in(cases).number();
        String expedited =
                example.due("2026-06-12T09:00:00Z").urgent().in(cases).number();
        String overdue = example.due("2026-06-10T11:00:00Z").in(cases).number();
        assertThat(numbers("payer=worklist-order")).containsExactly(overdue, expedited, standard, later);
    }

    @Test
    void aRowTellsWhenItIsDueByWhichLawAndWhatItWaitsFor() {
        String number = CaseExamples.of("worklist-row").in(cases).number();
        JsonNode row = list("payer=worklist-row").path("cases").get(0);
        assertThat(row.path("number").asText()).isEqualTo(number);
        assertThat(row.at("/due/at").asText()).isEqualTo("2026-06-15T09:00:00Z");
        assertThat(row.at("/due/citation").asText()).isEqualTo("42 CFR 422.568(b)(1)(ii)");
        assertThat(row.at("/due/minutesLeft").asInt()).isEqualTo(4 * 24 * 60 + 21 * 60);
        assertThat(row.at("/due/late").asBoolean()).isFalse();
        assertThat(row.at("/waitsFor/0").asText()).isEqualTo("a clinician");
        assertThat(row.at("/lines/0/code").asText()).isEqualTo("96365");
        assertThat(row.at("/lines/0/determination").asText()).isEqualTo("investigational");
        assertThat(row.at("/documents/asked").asInt()).isZero();
    }

    @Test
    void theWorklistNamesNoPatient() {
        CaseExamples.of("worklist-names").in(cases);
        assertThat(list("payer=worklist-names").toString()).doesNotContain("Example Patient");
    }

    @Test
    void whatIsOverdueCanBeAskedForAlone() {
        CaseExamples.of("worklist-late").in(cases);
        String late = CaseExamples.of("worklist-late")
                .due("2026-06-10T11:59:00Z")
                .in(cases)
                .number();
        assertThat(numbers("payer=worklist-late&late=true")).containsExactly(late);
        assertThat(list("payer=worklist-late&late=true").at("/cases/0/due/late").asBoolean())
                .isTrue();
    }

    @Test
    void pageAfterPageShowsEveryCaseOnce() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(CaseExamples.of("worklist-pages").in(cases).number());
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = list("payer=worklist-pages&limit=2" + (after.isEmpty() ? "" : "&after=" + after));
            page.path("cases").forEach(each -> seen.add(each.path("number").asText()));
            after = page.path("next").asText();
        } while (!after.isEmpty());
        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void whatIsDecidedStandsAmongTheClosedOnes() {
        Case decided = CaseExamples.of("worklist-closed").in(cases);
        physician
                .act(decided.number(), 1, "{'action':'approve','line':1,'from':'2026-06-20','until':'2026-09-20'}")
                .is(200);
        assertThat(numbers("payer=worklist-closed")).isEmpty();
        assertThat(numbers("payer=worklist-closed&open=false")).containsExactly(decided.number());
    }

    @Test
    void whatIsNoPlaceOrNoLimitIsRefused() {
        for (String query : List.of("after=x", "after=%00", "limit=0", "limit=101", "after=MSAyIDM")) {
            assertThat(physician.get("/review-desk/cases?" + query).status())
                    .as(query)
                    .isEqualTo(422);
        }
        assertThat(physician.get("/review-desk/cases?limit=many").status()).isEqualTo(400);
    }

    private List<String> numbers(String query) {
        List<String> numbers = new ArrayList<>();
        list(query)
                .path("cases")
                .forEach(each -> numbers.add(each.path("number").asText()));
        return numbers;
    }

    private JsonNode list(String query) {
        return physician.get("/review-desk/cases?" + query).is(200).json();
    }
}
