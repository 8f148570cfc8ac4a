package org.precert.pas.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.cases.Case;
import org.precert.cases.CaseExamples;
import org.precert.cases.DocumentAsk;
import org.precert.cases.PendReason;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.Problem;
import org.precert.requirements.PasRequirement;

/** Refusals, remarks, and what inquiries find. */
class OtherAnswersTest {

    private static final String PATH = "Bundle.entry[1].resource.identifier[0]";

    private static Case waiting() {
        return CaseExamples.opened(CaseExamples.pended(PendReason.DOCUMENTS))
                .asked(1, DocumentAsk.QUESTIONNAIRE)
                .told();
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement("2.0.1@106")
    void aRefusalDecidesNothing(PasVersion version) {
        JsonNode response = Answers.response(Answers.failed(version, List.of(Problem.memberUnknown(PATH))));
        assertThat(response.path("outcome").asText()).isEqualTo("error");
        assertThat(response.has("item")).isFalse();
        assertThat(response.has("preAuthRef")).isFalse();
        assertThat(response.path("disposition").asText()).startsWith("NOT REVIEWED: ");
        assertThat(Answers.codes(response, Terms.REJECT_REASONS)).containsExactly("75");
        assertThat(Answers.codes(response, Terms.FOLLOW_UPS)).containsExactly("C");
        assertThat(Extensions.of(response.at("/error/0"), Terms.ERROR_PATH)
                        .get(0)
                        .path("valueString"))
                .hasToString("\"" + PATH + "\"");
    }

    @Test
    void anErrorsPlaceIsATextInOneVersionAndHasANoteInTheOther() {
        List<Problem> problems = List.of(Problem.memberUnknown(PATH));
        JsonNode old = error(PasVersion.STU_2_0, problems);
        assertThat(old.path("valueString").asText()).isEqualTo("2010C-NM109");
        JsonNode place = error(PasVersion.STU_2_2, problems);
        assertThat(place.at("/extension/0/valuePositiveInt").asInt()).isEqualTo(1);
        assertThat(place.at("/extension/1/valueString").asText()).isEqualTo("2010C-NM109");
    }

    private static JsonNode error(PasVersion version, List<Problem> problems) {
        return Extensions.of(Answers.response(Answers.failed(version, problems)).at("/error/0"), Terms.ERROR_ELEMENT)
                .get(0);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasForgivenIsRemarkedAtTheEnd(PasVersion version) {
        String text = AskedFor.text(version, AskedFor.Addresses.REST).replace("\"timestamp\"", "\"stamp\"");
        JsonNode bundle = Answers.answered(waiting(), AskedFor.read(version, text), version);
        JsonNode last = bundle.path("entry").path(bundle.path("entry").size() - 1);
        assertThat(last.at("/resource/resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(last.at("/resource/issue/0/severity").asText()).isEqualTo("warning");
        assertThat(last.at("/resource/issue/0/details/text").asText()).isNotEmpty();
    }

    @Test
    void anInquiryFindsABundleForEachCase() {
        JsonNode found = Answers.inquired(PasVersion.STU_2_2, List.of(waiting(), Answers.another(waiting())), false);
        assertThat(found.path("resourceType").asText()).isEqualTo("Parameters");
        List<JsonNode> bundles = Answers.bundles(found);
        assertThat(bundles).hasSize(2);
        assertThat(bundles)
                .extracting(bundle -> bundle.at("/identifier/value").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void theOlderVersionFindsThemInOneBundle() {
        JsonNode found = Answers.inquired(PasVersion.STU_2_0, List.of(waiting(), Answers.another(waiting())), false);
        assertThat(found.path("resourceType").asText()).isEqualTo("Bundle");
        assertThat(found.at("/entry/0/resource/resourceType").asText()).isEqualTo("ClaimResponse");
        assertThat(found.at("/entry/1/resource/resourceType").asText()).isEqualTo("ClaimResponse");
        assertThat(Answers.resources(found, "Patient")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anInquiryTellsWhatWasAskedForAndNamesNoCommunicationRequest(PasVersion version) {
        JsonNode bundle = Answers.bundles(Answers.inquired(version, List.of(waiting()), false))
                .get(0);
        JsonNode response = Answers.response(bundle);
        assertThat(response.has("communicationRequest")).isFalse();
        assertThat(Answers.resources(bundle, "CommunicationRequest")).isEmpty();
        assertThat(Answers.resources(bundle, "Task")).hasSize(1);
        assertThat(response.path("processNote").toString()).contains("Line 1: requested is code J2001, quantity 10");
        assertThat(bundle.toString()).doesNotContain(CaseExamples.DRAFTED);
    }

    @Test
    void nothingFoundIsNoError() {
        assertThat(Answers.inquired(PasVersion.STU_2_2, List.of(), false).has("parameter"))
                .isFalse();
        JsonNode bundle = Answers.inquired(PasVersion.STU_2_0, List.of(), false);
        assertThat(bundle.at("/entry/0/resource/issue/0/severity").asText()).isEqualTo("information");
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement({"spec-50", "own@withheld"})
    void whatIsWithheldIsSaidWithAWayToAsk(PasVersion version) {
        String some = Answers.inquired(version, List.of(waiting()), true).toString();
        assertThat(some).contains("Not everything").contains("telephone 555-0199");
        assertThat(Answers.inquired(version, List.of(), true).toString())
                .contains("Not everything")
                .contains("telephone 555-0199");
    }
}
