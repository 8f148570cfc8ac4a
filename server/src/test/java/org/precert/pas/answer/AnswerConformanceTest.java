package org.precert.pas.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.cases.Case;
import org.precert.cases.CaseExamples;
import org.precert.cases.DenialReason;
import org.precert.cases.DeniedBy;
import org.precert.cases.DocumentAsk;
import org.precert.cases.LineDecision;
import org.precert.cases.PendReason;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.Problem;
import org.precert.requirements.PasRequirement;

/** Every kind of answer against the profiles of its version. */
class AnswerConformanceTest {

    @BeforeEach
    void needsThePackages() {
        assumeTrue(PasProfiles.areAvailable(), PasProfiles.whyNot());
    }

    static Stream<Arguments> answers() {
        List<Arguments> all = new ArrayList<>();
        for (PasVersion version : PasVersion.values()) {
            for (Named<Case> state : states()) {
                all.add(Arguments.of(version, AskedFor.Addresses.REST, state));
            }
            all.add(Arguments.of(version, AskedFor.Addresses.UUIDS, Named.of("everything", everything())));
        }
        return all.stream();
    }

    private static List<Named<Case>> states() {
        return List.of(
                Named.of("approved", approved()),
                Named.of(
                        "modified",
                        reviewed().decided(1, CaseExamples.modified()).told()),
                Named.of("denied", denied()),
                Named.of(
                        "denied by contract",
                        CaseExamples.opened(new LineDecision.Denied(
                                        DenialReason.NOT_COVERED,
                                        "Excluded",
                                        "Section 9",
                                        new DeniedBy.Contract("payer", "section 9")))
                                .told()),
                Named.of("pended", pended()),
                Named.of(
                        "waiting for documents",
                        CaseExamples.opened(CaseExamples.pended(PendReason.DOCUMENTS))
                                .asked(1, "18776-5")
                                .asked(1, DocumentAsk.QUESTIONNAIRE)
                                .told()),
                Named.of(
                        "not required",
                        CaseExamples.opened(new LineDecision.NotRequired("None"))
                                .told()),
                Named.of(
                        "contact",
                        CaseExamples.opened(new LineDecision.ContactPayer("Another program"))
                                .told()),
                Named.of("cancelled", reviewed().cancelled(1).told()),
                Named.of(
                        "appealed",
                        reviewed()
                                .decided(1, CaseExamples.denied(DenialReason.EXPERIMENTAL))
                                .appealed(1)
                                .told()),
                Named.of("everything", everything()));
    }

    private static CaseExamples.Story reviewed() {
        return CaseExamples.opened(CaseExamples.pended(PendReason.CLINICAL_REVIEW));
    }

    private static Case approved() {
        return CaseExamples.opened(CaseExamples.approved("A1", CaseExamples.MACHINE))
                .told();
    }

    private static Case denied() {
        return reviewed()
                .decided(1, CaseExamples.denied(DenialReason.EXPERIMENTAL))
                .told();
    }

    private static Case pended() {
        return reviewed().told();
    }

    private static Case everything() {
        LineDecision open = CaseExamples.pended(PendReason.CLINICAL_REVIEW);
        return CaseExamples.opened(CaseExamples.approved("A1", CaseExamples.MACHINE), open, open, open)
                .asked(2, "18776-5")
                .asked(2, DocumentAsk.QUESTIONNAIRE)
                .decided(3, CaseExamples.modified())
                .decided(4, CaseExamples.denied(DenialReason.EXPERIMENTAL))
                .told();
    }

    @ParameterizedTest
    @MethodSource("answers")
    @PasRequirement({"spec-23", "ainfo-4"})
    void anAnswerConforms(PasVersion version, AskedFor.Addresses addresses, Case state) {
        JsonNode bundle = Answers.answered(state, AskedFor.request(version, addresses), version);
        assertThat(PasProfiles.errors(version, bundle, PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
        for (JsonNode task : Answers.resources(bundle, "Task")) {
            assertThat(PasProfiles.errors(version, task, "task")).isEmpty();
        }
        for (JsonNode request : Answers.resources(bundle, "CommunicationRequest")) {
            assertThat(PasProfiles.errors(version, request, "communicationrequest"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement("own@versions-differ")
    void aCaseOfTheOtherVersionConforms(PasVersion version) {
        PasVersion other = version == PasVersion.STU_2_0 ? PasVersion.STU_2_2 : PasVersion.STU_2_0;
        JsonNode bundle = Answers.answered(everything(), AskedFor.request(other), version);
        assertThat(PasProfiles.errors(version, bundle, PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement("spec-23")
    void aRefusalConforms(PasVersion version) {
        JsonNode bundle = Answers.failed(
                version,
                List.of(
                        Problem.memberUnknown("Bundle.entry[1].resource.identifier[0]"),
                        Problem.serviceDateInvalid("Bundle.entry[0].resource.item[0]")));
        assertThat(PasProfiles.errors(version, bundle, PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRemarkBesideAnAnswerConforms(PasVersion version) {
        String text = AskedFor.text(version, AskedFor.Addresses.REST).replace("\"timestamp\"", "\"stamp\"");
        JsonNode bundle = Answers.answered(approved(), AskedFor.read(version, text), version);
        assertThat(Answers.resources(bundle, "OperationOutcome")).hasSize(1);
        assertThat(PasProfiles.errors(version, bundle, PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @PasRequirement({"spec-23", "spec-44"})
    void whatAnInquiryFindsConforms(PasVersion version) {
        JsonNode found = Answers.inquired(version, List.of(everything(), Answers.another(denied())), true);
        for (JsonNode bundle : Answers.bundles(found)) {
            assertThat(PasProfiles.errors(version, bundle, PasProfiles.INQUIRY_BUNDLE))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findingNothingConforms(PasVersion version) {
        for (JsonNode bundle : Answers.bundles(Answers.inquired(version, List.of(), false))) {
            assertThat(PasProfiles.errors(version, bundle, PasProfiles.INQUIRY_BUNDLE))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSpoiltDoesNotConform(PasVersion version) {
        JsonNode bundle = Answers.answered(denied(), version);
        ((ObjectNode) Answers.response(bundle)).put("use", "claim");
        assertThat(PasProfiles.errors(version, bundle, PasProfiles.RESPONSE_BUNDLE))
                .isNotEmpty();
    }
}
