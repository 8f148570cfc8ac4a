package org.precert.pas.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseExamples;
import org.precert.cases.Code;
import org.precert.cases.DenialReason;
import org.precert.cases.DocumentAsk;
import org.precert.cases.LineDecision;
import org.precert.cases.PendReason;
import org.precert.cases.Service;
import org.precert.conformance.MustSupport;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.Problem;
import org.precert.requirements.PasRequirement;

/** Element by element of the profiles: what a server has to be able to send is in one of these answers. */
class MustSupportTest {

    /** What is answered to $submit is the very Claim that was sent: only who asks for another's is told why it is not named. */
    private static final Map<String, Set<String>> NEVER_NEEDED =
            Map.of("claimresponse", Set.of("ClaimResponse.request.extension:DataAbsentReason"));

    @BeforeEach
    void needsThePackages() {
        assumeTrue(PasProfiles.areAvailable(), PasProfiles.whyNot());
    }

    static Stream<Arguments> profiles() {
        return Stream.of(PasVersion.values())
                .flatMap(version -> Stream.of(
                                "claimresponse",
                                "claiminquiryresponse",
                                "communicationrequest",
                                "task",
                                "pas-response-bundle",
                                "pas-inquiry-response-bundle")
                        .map(profile -> Arguments.of(version, profile)));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @PasRequirement("conf-6")
    void eachElementIsInSomeAnswer(PasVersion version, String profile) {
        Map<String, JsonNode> all = named(version, profile);
        List<MustSupport> elements = PasProfiles.mustSupport(version, profile);
        assertThat(elements).isNotEmpty();
        Map<String, List<String>> carriedBy = new TreeMap<>();
        Set<String> excepted = NEVER_NEEDED.getOrDefault(profile, Set.of());
        for (MustSupport element : elements) {
            if (excepted.contains(element.id())) {
                continue;
            }
            carriedBy.put(
                    element.id(),
                    all.entrySet().stream()
                            .filter(each -> element.isIn(each.getValue()))
                            .map(Map.Entry::getKey)
                            .toList());
        }
        assertThat(carriedBy)
                .as("element, and the answers that have it")
                .allSatisfy((id, answers) -> assertThat(answers).as(id).isNotEmpty());
    }

    @Test
    void whatIsTakenOutIsMissed() {
        PasVersion version = PasVersion.STU_2_2;
        JsonNode response = Answers.response(full(version));
        MustSupport level = PasProfiles.mustSupport(version, "claimresponse").stream()
                .filter(each -> each.id().endsWith("addItem.extension:nursingHomeLevelOfCare"))
                .findFirst()
                .orElseThrow();
        assertThat(level.isIn(response)).isTrue();
        response.path("addItem").forEach(each -> ((ObjectNode) each).remove("extension"));
        assertThat(level.isIn(response)).isFalse();
    }

    /** Of the case that has everything. */
    @ParameterizedTest
    @EnumSource
    @PasRequirement({"spec-23", "conf-6"})
    void anAnswerThatSaysAllConforms(PasVersion version) {
        assertThat(PasProfiles.errors(version, full(version), PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
        for (JsonNode bundle : Answers.bundles(inquired(version))) {
            assertThat(PasProfiles.errors(version, bundle, PasProfiles.INQUIRY_BUNDLE))
                    .isEmpty();
        }
    }

    private static Map<String, JsonNode> named(PasVersion version, String profile) {
        Map<String, JsonNode> all = new TreeMap<>();
        Function<JsonNode, List<JsonNode>> part = switch (profile) {
            case "claimresponse", "claiminquiryresponse" -> bundle -> Answers.resources(bundle, "ClaimResponse");
            case "communicationrequest" -> bundle -> Answers.resources(bundle, "CommunicationRequest");
            case "task" -> bundle -> Answers.resources(bundle, "Task");
            default -> List::of;
        };
        answers(version, profile.contains("inquiry")).forEach((name, bundle) -> {
            for (JsonNode resource : part.apply(bundle)) {
                all.put(name + " " + all.size(), resource);
            }
        });
        return all;
    }

    private static Map<String, JsonNode> answers(PasVersion version, boolean inquiry) {
        Map<String, JsonNode> all = new TreeMap<>();
        if (inquiry) {
            List<JsonNode> bundles = new ArrayList<>(Answers.bundles(inquired(version)));
            bundles.forEach(bundle -> all.put("found-" + all.size(), bundle));
        }
        all.put("everything", full(version));
        all.put("approved", Answers.answered(approved(), FullRequest.of(version), version));
        all.put(
                "refused",
                Answers.failed(version, List.of(Problem.memberUnknown("Bundle.entry[1].resource.identifier[0]"))));
        return all;
    }

    /** A case of either version is told in both. */
    @ParameterizedTest
    @EnumSource
    @PasRequirement("own@versions-differ")
    void soDoesTheAnswerToARequestOfTheOtherVersion(PasVersion version) {
        PasVersion other = version == PasVersion.STU_2_0 ? PasVersion.STU_2_2 : PasVersion.STU_2_0;
        JsonNode bundle = Answers.answered(everything(), FullRequest.of(other), version);
        assertThat(PasProfiles.errors(version, bundle, PasProfiles.RESPONSE_BUNDLE))
                .isEmpty();
    }

    private static JsonNode full(PasVersion version) {
        return Answers.answered(everything(), FullRequest.of(version), version);
    }

    private static JsonNode inquired(PasVersion version) {
        return Answers.inquired(
                version, List.of(everything(), approved()), Set.of(CaseExamples.ID), false, 0, FullRequest.of(version));
    }

    private static Case approved() {
        return Answers.another(CaseExamples.opened(CaseExamples.approved("A1", CaseExamples.MACHINE))
                .told());
    }

    private static Case everything() {
        LineDecision open = CaseExamples.pended(PendReason.CLINICAL_REVIEW);
        return CaseExamples.opened(CaseExamples.approved("A3", CaseExamples.MACHINE), open, open, open)
                .then(CaseExamples.PHYSICIAN, new CaseEvent.DocumentsAsked(List.of(ofTheLastMonths())))
                .asked(2, DocumentAsk.QUESTIONNAIRE)
                .decided(3, modified())
                .decided(4, CaseExamples.denied(DenialReason.EXPERIMENTAL))
                .told();
    }

    private static DocumentAsk ofTheLastMonths() {
        return new DocumentAsk(
                "D2-1", 2, "18776-5", "", "", "The plan", "18804-5", CaseExamples.RECEIVED, Optional.empty());
    }

    private static LineDecision.Modified modified() {
        LineDecision.Modified usual = CaseExamples.modified();
        Service granted = CaseExamples.service();
        return new LineDecision.Modified(
                usual.authorization(),
                new Service(
                        granted.code(),
                        List.of(new Code("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "JW", "")),
                        Optional.of(BigDecimal.ONE),
                        "",
                        granted.from(),
                        granted.until(),
                        "22"),
                usual.words(),
                usual.by());
    }
}
