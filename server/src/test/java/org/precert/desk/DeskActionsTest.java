package org.precert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.LineDecision;
import org.precert.clocks.Due;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person may do with a pended case, and what comes of it. */
@DeskServer
class DeskActionsTest {

    private static final String SPECIFIC = "The policy regards infusions for depression as investigational";
    private static final String DENY = "{'action':'deny','line':1,'reason':'EXPERIMENTAL','words':'" + SPECIFIC + "'}";

    @Autowired
    private CaseStore cases;

    private DeskCalls physician;
    private DeskCalls nurse;
    private DeskCalls clerk;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        physician = DeskCalls.physician(port);
        nurse = DeskCalls.nurse(port);
        clerk = new DeskCalls(port, "clerk", "clerk-key");
    }

    private String number() {
        return CaseExamples.of("actions").in(cases).number();
    }

    private Case now(String number) {
        return cases.find(new org.precert.cases.CaseKey(org.precert.cases.CaseKey.Kind.NUMBER, number))
                .get(0);
    }

    @Test
    void aNurseApproves() {
        String number = number();
        DeskCalls.Answer answer = nurse.act(
                        number, 1, "{'action':'approve','line':1,'from':'2026-06-20','until':'2026-09-20'}")
                .is(200);
        assertThat(answer.text("/lines/0/standing/is")).isEqualTo("approved");
        assertThat(answer.text("/lines/0/standing/by")).isEqualTo("Demo Nurse");
        String leave = answer.text("/lines/0/standing/authorization/number");
        assertThat(leave).startsWith("A");
        assertThat(answer.json().path("version").asInt()).isEqualTo(2);
        assertThat(answer.response().headers().firstValue("ETag")).contains("\"2\"");
        assertThat(nurse.show(leave).text("/number")).isEqualTo(number);
    }

    @Test
    void anAuthorizationDoesNotEndBeforeItBegins() {
        refused(
                physician.act(number(), 1, "{'action':'approve','line':1,'from':'2026-09-20','until':'2026-06-20'}"),
                422,
                "until");
    }

    @Test
    void whoHasNoCredentialsDecidesNothing() {
        String number = number();
        refused(
                clerk.act(number, 1, "{'action':'approve','line':1,'from':'2026-06-20','until':'2026-09-20'}"),
                403,
                "");
        String notCovered = DENY.replace("EXPERIMENTAL", "NOT_COVERED");
        refused(clerk.act(number, 1, notCovered), 403, "");
        assertThat(now(number).events()).isEqualTo(1);
        clerk.act(number, 1, "{'action':'note','note':'The provider called'}").is(200);
    }

    @Test
    void aPhysicianDeniesWithTheReasonAndTheClause() {
        String number = number();
        DeskCalls.Answer answer = physician.act(number, 1, DENY).is(200);
        assertThat(answer.text("/lines/0/standing/is")).isEqualTo("denied");
        assertThat(answer.text("/lines/0/standing/words")).isEqualTo(SPECIFIC);
        assertThat(answer.text("/lines/0/standing/clause")).isEqualTo("Made-up policy, statement A, page 2");
        assertThat(answer.text("/lines/0/standing/by")).isEqualTo("Dr Demo Physician");
        assertThat(answer.json().path("open").asBoolean()).isFalse();
        LineDecision decision = now(number).line(1).decision();
        assertThat(decision).isInstanceOf(LineDecision.Denied.class);
    }

    @Test
    void aNurseDeniesNoCareAndIsToldWhy() {
        String number = number();
        refused(nurse.act(number, 1, DENY), 403, "");
        assertThat(now(number).events()).isEqualTo(1);
        JsonNode deny = action(nurse.show(number).json().at("/lines/0/actions"), "deny");
        assertThat(deny.path("possible").asBoolean()).isTrue();
        assertThat(deny.path("reasons"))
                .allSatisfy(reason -> assertThat(reason.path("possible").asBoolean())
                        .isNotEqualTo(reason.path("clinical").asBoolean()));
        assertThat(deny.at("/reasons/0/why").asText()).contains("physician");
    }

    @Test
    void noDenialLeavesWithoutItsSpecificReason() {
        String number = number();
        for (String words : List.of(
                "",
                "No.",
                "Not medically necessary",
                "denieddenieddenieddenied",
                "The policy regards it as investigational for this use")) {
            refused(physician.act(number, 1, DENY.replace(SPECIFIC, words)), 422, "words");
        }
    }

    @Test
    void whatNobodyAskedForOrMayStillComeIsNotMissing() {
        String number = number();
        String deny = DENY.replace("EXPERIMENTAL", "NOT_RECEIVED");
        assertThat(refused(physician.act(number, 1, deny), 422, "reason")).contains("Nothing that was asked for");
        physician
                .act(
                        number,
                        1,
                        "{'action':'ask-for-documents','line':1,'items':[{'loinc':'11506-3','words':'The last three notes'}]}")
                .is(200);
        assertThat(refused(physician.act(number, 3, deny), 422, "reason")).contains("may still come");
    }

    @Test
    void whatDidNotArriveIsNamedInTheDenial() {
        Case late = CaseExamples.of("actions").due("2026-06-10T11:00:00Z").in(cases);
        physician
                .act(
                        late.number(),
                        1,
                        "{'action':'ask-for-documents','line':1,'items':[{'loinc':'11506-3','words':'The last three notes'}]}")
                .is(200);
        DeskCalls.Answer answer = physician
                .act(late.number(), 3, DENY.replace("EXPERIMENTAL", "NOT_RECEIVED"))
                .is(200);
        assertThat(answer.text("/lines/0/standing/words"))
                .isEqualTo(SPECIFIC + " Not received: The last three notes (asked for on 2026-06-10).");
    }

    @Test
    void aPhysicianGrantsLessThanWasAskedFor() {
        String number = number();
        String modify = "{'action':'modify','line':1,'words':'Six infusions are what the policy allows at first',"
                + "'granted':{'quantity':6,'from':'2026-06-20','until':'2026-08-20'}}";
        refused(nurse.act(number, 1, modify), 403, "");
        DeskCalls.Answer answer = physician.act(number, 1, modify).is(200);
        assertThat(answer.text("/lines/0/standing/is")).isEqualTo("modified");
        assertThat(answer.json().at("/lines/0/standing/granted/quantity").asInt())
                .isEqualTo(6);
        assertThat(answer.text("/lines/0/standing/granted/unit")).isEqualTo("UN");
        assertThat(answer.text("/lines/0/standing/authorization/until")).isEqualTo("2026-08-20");
    }

    @Test
    void whatWasAskedForIsNoModification() {
        refused(
                physician.act(
                        number(),
                        1,
                        "{'action':'modify','line':1,'words':'This is as it was asked for by them',"
                                + "'granted':{'quantity':10,'from':'2026-06-20','until':'2026-09-20'}}"),
                422,
                "granted");
    }

    @Test
    void documentsAreAskedForByNumber() {
        String number = number();
        DeskCalls.Answer answer = clerk.act(
                        number,
                        1,
                        "{'action':'ask-for-documents','line':1,'items':[{'loinc':'11506-3','words':'The last note'}]}")
                .is(200);
        assertThat(answer.text("/documents/0/control")).startsWith("D");
        assertThat(answer.text("/lines/0/standing/waitsFor")).isEqualTo("documents");
        assertThat(answer.text("/lines/0/standing/draft/reason")).isEqualTo("EXPERIMENTAL");
        assertThat(clerk.get("/review-desk/cases?payer=actions&limit=100")
                        .json()
                        .path("cases"))
                .anySatisfy(row -> {
                    assertThat(row.path("number").asText()).isEqualTo(number);
                    assertThat(row.at("/documents/asked").asInt()).isEqualTo(1);
                    assertThat(row.at("/documents/arrived").asInt()).isZero();
                });
    }

    @Test
    void aFormIsAskedForWhereThePolicyHasOne() {
        refused(physician.act(number(), 1, "{'action':'ask-for-documents','line':1,'form':true}"), 422, "");
        refused(physician.act(number(), 1, "{'action':'ask-for-documents','line':1}"), 422, "items");
    }

    @Test
    void theTimeIsExtendedOnceWithItsReason() {
        String number = number();
        refused(clerk.act(number, 1, "{'action':'extend'}"), 422, "why");
        DeskCalls.Answer answer = clerk.act(
                        number, 1, "{'action':'extend','why':'A consultation was asked for by the member'}")
                .is(200);
        assertThat(answer.text("/due/at")).isEqualTo("2026-06-29T09:00:00Z");
        assertThat(answer.json().path("extended").asBoolean()).isTrue();
        refused(clerk.act(number, 2, "{'action':'extend','why':'Once more, please'}"), 422, "");
        assertThat(action(answer.json().path("actions"), "extend")
                        .path("possible")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void noTimeIsExtendedThatTheRuleDoesNotGiveOrThatIsOver() {
        Case fixed = CaseExamples.of("actions").notExtendable().in(cases);
        Case late = CaseExamples.of("actions").due("2026-06-10T11:00:00Z").in(cases);
        for (Case each : List.of(fixed, late)) {
            refused(clerk.act(each.number(), 1, "{'action':'extend','why':'More records are needed'}"), 422, "");
            JsonNode extend = action(clerk.show(each.number()).json().path("actions"), "extend");
            assertThat(extend.path("possible").asBoolean()).isFalse();
            assertThat(extend.path("why").asText()).isNotBlank();
        }
    }

    @Test
    void aTalkIsRecordedWhenItWasHeld() {
        String number = number();
        String talk = "{'action':'record-peer-to-peer','heldAt':'2026-06-10T13:00:00+02:00','with':'Dr Asking',"
                + "'note':'Explained the criteria'}";
        refused(physician.act(number, 1, talk.replace("13:00", "15:00")), 422, "heldAt");
        assertThat(physician.act(number, 1, talk).is(200).text("/history/1/words"))
                .isEqualTo("A talk with Dr Asking was held at 2026-06-10T11:00:00Z: Explained the criteria");
    }

    @Test
    void whoPressesTwiceOrComesSecondIsToldSoAndNothingHappens() {
        String number = number();
        physician.act(number, 1, DENY).is(200);
        DeskCalls.Answer second =
                nurse.act(number, 1, "{'action':'approve','line':1,'from':'2026-06-20','until':'2026-09-20'}");
        refused(second, 409, "version");
        assertThat(second.text("/problem")).isEqualTo("changed-meanwhile");
        assertThat(now(number).events()).isEqualTo(2);
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        String number = number();
        physician.act(number, 1, DENY).is(200);
        refused(physician.act(number, 2, DENY), 422, "");
        for (JsonNode action : physician.show(number).json().at("/lines/0/actions")) {
            assertThat(action.path("possible").asBoolean()).isFalse();
            assertThat(action.path("why").asText()).isEqualTo("Line 1 is decided already");
        }
    }

    @Test
    void whoDeniedDoesNotDecideTheAppeal() {
        String number = number();
        physician.act(number, 1, DENY).is(200);
        Due due = new Due(
                Instant.parse("2026-07-10T12:00:00Z"),
                "appeal",
                "30 days",
                "42 CFR 422.590(a)",
                java.time.Period.ZERO,
                Instant.parse("2026-07-01T12:00:00Z"));
        cases.append(
                now(number),
                CaseExamples.PROVIDER,
                List.of(new CaseEvent.Appealed("later", false, List.of(1), due)),
                List.of());
        JsonNode actions = physician.show(number).json().at("/lines/0/actions");
        for (String name : List.of("approve", "modify", "deny")) {
            assertThat(action(actions, name).path("why").asText()).contains("somebody else");
        }
        refused(physician.act(number, 3, DENY), 422, "");
        assertThat(nurse.show(number).text("/lines/0/standing/waitsFor")).contains("appeal");
        nurse.act(number, 3, "{'action':'approve','line':1,'from':'2026-06-20','until':'2026-09-20'}")
                .is(200);
    }

    @Test
    void whatCanNotBeReadIsRefusedWithItsPlace() {
        String number = number();
        refused(physician.act(number, 1, "{'action':'burn'}"), 422, "action");
        refused(physician.act(number, 1, "{'action':'approve','line':'1'}"), 422, "line");
        refused(physician.act(number, 1, "{'action':'approve','line':1,'from':'soon'}"), 422, "from");
        refused(physician.act(number, 1, "{'action':'deny','line':1,'reason':'BAD_MOOD'}"), 422, "reason");
        refused(physician.act(number, 1, "{'action':'note','note':'a\\u0000b'}"), 422, "note");
        refused(
                physician.act(number, 1, "{'action':'approve','line':7,'from':'2026-06-20','until':'2026-09-20'}"),
                422,
                "");
        String path = "/review-desk/cases/" + number + "/actions";
        assertThat(physician.send("POST", path, "{\"action\":\"note\"}").text("/path"))
                .isEqualTo("version");
        assertThat(physician.send("POST", path, "[]").status()).isEqualTo(400);
        assertThat(physician.send("POST", path, "no").status()).isEqualTo(400);
        assertThat(physician.get("/review-desk/cases/C0").status()).isEqualTo(404);
        assertThat(Optional.of(now(number).events())).contains(1);
    }

    /** @return the words */
    private static String refused(DeskCalls.Answer answer, int status, String path) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
        assertThat(answer.text("/path")).isEqualTo(path);
        assertThat(answer.text("/words")).isNotBlank();
        return answer.text("/words");
    }

    private static JsonNode action(JsonNode actions, String name) {
        for (JsonNode action : actions) {
            if (action.path("action").asText().equals(name)) {
                return action;
            }
        }
        throw new AssertionError("No " + name + " in " + actions);
    }
}
