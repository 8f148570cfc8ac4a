package org.precert.pas.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.cases.Case;
import org.precert.cases.CaseExamples;
import org.precert.cases.DenialReason;
import org.precert.cases.DocumentAsk;
import org.precert.cases.LineDecision;
import org.precert.cases.PendReason;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.SubmittedRequest;
import org.precert.requirements.PasRequirement;

class AnswerTest {

    private static final LineDecision OPEN = CaseExamples.pended(PendReason.CLINICAL_REVIEW);
    private static final LineDecision GOOD = CaseExamples.approved("A1", CaseExamples.MACHINE);

    private static Case denied() {
        return CaseExamples.opened(OPEN)
                .decided(1, CaseExamples.denied(DenialReason.EXPERIMENTAL))
                .told();
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement({"conf-15", "own@denial-explained"})
    void aDenialIsCompleteAndSaysItFirst(PasVersion version) {
        JsonNode response = Answers.response(Answers.answered(denied(), version));
        assertThat(response.path("outcome").asText()).isEqualTo("complete");
        assertThat(response.path("disposition").asText())
                .isEqualTo("DENIED: 1 of 1 requested services not certified. See note 1.");
        assertThat(response.at("/processNote/0/text").asText())
                .contains("The specific reason; another diagnosis would change it.")
                .contains("Policy 1, statement A")
                .contains("appeal")
                .contains("N1")
                .contains("telephone 555-0199");
        assertThat(Answers.codes(response, Terms.REVIEW_ACTIONS)).containsExactly("A3");
        assertThat(Answers.codes(response, Terms.REVIEW_REASONS)).containsExactly("0T");
        assertThat(Answers.codes(response, Terms.DETERMINATIONS)).containsExactly("investigational");
    }

    @ParameterizedTest
    @EnumSource
    void aDenialForAnotherReasonThanThePolicysDoesNotCiteItsDetermination(PasVersion version) {
        Case state = CaseExamples.opened(OPEN)
                .decided(1, CaseExamples.denied(DenialReason.LEVEL_OF_CARE))
                .told();
        assertThat(Answers.codes(Answers.answered(state, version), Terms.DETERMINATIONS))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenSaysWhenADecisionIsDueAndByWhichRule(PasVersion version) {
        JsonNode response =
                Answers.response(Answers.answered(CaseExamples.opened(OPEN).told(), version));
        assertThat(response.path("disposition").asText())
                .isEqualTo("PENDED: 1 of 1 requested services not decided yet. "
                        + "A decision is due by 2026-11-09 09:30 +00:00 (42 CFR 422.568(b)(1)). See note 1.");
        assertThat(response.at("/processNote/0/text").asText()).contains("A decision is due by");
        assertThat(Answers.codes(response, Terms.REVIEW_REASONS)).containsExactly("0V");
        assertThat(Answers.codes(response, Terms.DETERMINATIONS)).isEmpty();
    }

    @Test
    @PasRequirement("own@never-queued")
    void onlyTheOlderVersionQueues() {
        Case open = CaseExamples.opened(OPEN, OPEN).told();
        Case mixed = CaseExamples.opened(OPEN, GOOD).told();
        assertThat(outcome(open, PasVersion.STU_2_0)).isEqualTo("queued");
        assertThat(outcome(mixed, PasVersion.STU_2_0)).isEqualTo("partial");
        assertThat(outcome(open, PasVersion.STU_2_2)).isEqualTo("partial");
    }

    @ParameterizedTest
    @EnumSource
    void oneAuthorizationStandsAtTheHeadAndOneOfSeveralDoesNot(PasVersion version) {
        JsonNode one = Answers.response(
                Answers.answered(CaseExamples.opened(GOOD, GOOD).told(), version));
        assertThat(one.path("preAuthRef").asText()).isEqualTo("A1");
        assertThat(one.at("/preAuthPeriod/start").asText()).isEqualTo("2026-11-16");
        assertThat(one.path("disposition").asText()).startsWith("APPROVED: 2 of 2 requested services certified.");
        Case two = CaseExamples.opened(GOOD, CaseExamples.approved("A2", CaseExamples.MACHINE))
                .told();
        assertThat(Answers.response(Answers.answered(two, version)).has("preAuthRef"))
                .isFalse();
    }

    @Test
    void whatTheOlderVersionHasNoPlaceForIsInItsNotes() {
        Case state =
                CaseExamples.opened(OPEN).decided(1, CaseExamples.modified()).told();
        JsonNode response = Answers.response(Answers.answered(state, PasVersion.STU_2_0));
        assertThat(Extensions.of(response.at("/item/0"), Terms.AUTHORIZED_DETAIL))
                .hasSize(1);
        assertThat(response.at("/processNote/0/text").asText())
                .contains("Granted: code J2001, quantity 2, from 2026-11-16 until 2026-11-23, place of service 22.");
    }

    @Test
    @PasRequirement({"spec-37", "conf-15", "prof-2", "prof-3"})
    void whatIsGrantedStandsBesideWhatWasAskedFor() {
        Case state =
                CaseExamples.opened(OPEN).decided(1, CaseExamples.modified()).told();
        JsonNode added =
                Answers.response(Answers.answered(state, PasVersion.STU_2_2)).at("/addItem/0");
        assertThat(Answers.codes(added.path("adjudication"), Terms.REVIEW_ACTIONS))
                .containsExactly("A1");
        assertThat(added.at("/quantity/value").asInt()).isEqualTo(2);
        assertThat(added.at("/quantity/code").asText()).isEqualTo("UN");
        assertThat(added.at("/provider/0/reference").asText())
                .isEqualTo("https://clinic.example/fhir/Practitioner/doctor");
        assertThat(Answers.codes(added.path("provider"), Terms.ENTITIES)).containsExactly("71");
    }

    @ParameterizedTest
    @EnumSource
    void anotherAnswerThanAtOrderEntryIsOwnedUpTo(PasVersion version) {
        JsonNode response = Answers.response(
                Answers.answered(CaseExamples.opened(GOOD, GOOD).told(), version));
        assertThat(response.at("/item/0/noteNumber")).hasSize(1);
        assertThat(response.at("/item/1/noteNumber")).hasSize(2);
        assertThat(response.path("processNote").toString())
                .contains("Line 2: this differs from what was said when the service was ordered "
                        + "(authorization required, reference assertion-0).");
    }

    @Test
    void whoSentIsSentTo() {
        JsonNode identifiers = Extensions.of(
                        Answers.response(Answers.answered(denied(), PasVersion.STU_2_2)), Terms.TRANSMISSION)
                .get(0);
        assertThat(identifiers.at("/extension/0/valueString").asText()).isEqualTo("PAYER");
        assertThat(identifiers.at("/extension/1/valueString").asText()).isEqualTo("CLINIC");
    }

    @Test
    @PasRequirement({"ainfo-3", "ainfo-6"})
    void aFormIsAskedForByItsNameOrByItsContext() {
        Case state = CaseExamples.opened(CaseExamples.pended(PendReason.DOCUMENTS))
                .asked(1, DocumentAsk.QUESTIONNAIRE)
                .told();
        JsonNode old = Answers.resources(Answers.answered(state, PasVersion.STU_2_0), "Task")
                .get(0);
        assertThat(old.at("/input/1/valueIdentifier/value").asText())
                .isEqualTo("https://precert.dev/fhir/Questionnaire/form|1");
        JsonNode bundle = Answers.answered(state, PasVersion.STU_2_2);
        JsonNode task = Answers.resources(bundle, "Task").get(0);
        assertThat(task.at("/input/1/valueString").asText()).isEqualTo("assertion-1");
        assertThat(task.at("/input/0/valueUrl").asText())
                .isEqualTo("http://localhost:8080/pas/2.2.1/fhir/$submit-attachment");
        assertThat(task.at("/restriction/period/end").asText()).isEqualTo("2026-11-07T15:30:00Z");
        assertThat(Extensions.of(Answers.response(bundle).at("/item/0"), Terms.TRACE_NUMBER))
                .extracting(trace -> trace.at("/valueIdentifier/value").asText())
                .containsExactly("T-1-1", "assertion-1");
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement("spec-46")
    void aLineThatTheLatestRequestDoesNotNameIsThereNevertheless(PasVersion version) {
        Case state = CaseExamples.opened(GOOD, GOOD, GOOD, GOOD, new LineDecision.NotRequired("None"))
                .told();
        JsonNode response = Answers.response(Answers.answered(state, version));
        assertThat(response.path("item")).hasSize(5);
        assertThat(Extensions.of(response.at("/item/4"), Terms.TRACE_NUMBER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotResolveIsNamedAsItWasSent(PasVersion version) {
        String text = AskedFor.text(version, AskedFor.Addresses.REST)
                .replace(
                        "\"provider\" : {\n        \"reference\" : \"Organization/clinic\"",
                        "\"provider\" : {\n        \"reference\" : \"https://elsewhere.example/Organization/1\"");
        SubmittedRequest request = AskedFor.read(version, text);
        JsonNode response = Answers.response(Answers.answered(denied(), request, version));
        assertThat(response.at("/requestor/reference").asText()).isEqualTo("https://elsewhere.example/Organization/1");
    }

    @ParameterizedTest
    @EnumSource
    void withdrawnAltogetherIsCancelled(PasVersion version) {
        Case state = CaseExamples.opened(OPEN).cancelled(1).told();
        JsonNode response = Answers.response(Answers.answered(state, version));
        assertThat(response.path("disposition").asText()).startsWith("CANCELLED: 1 of 1 requested services withdrawn.");
        assertThat(Answers.codes(response, Terms.REVIEW_ACTIONS)).isEqualTo(List.of("C"));
    }

    private static String outcome(Case state, PasVersion version) {
        return Answers.response(Answers.answered(state, version))
                .path("outcome")
                .asText();
    }
}
