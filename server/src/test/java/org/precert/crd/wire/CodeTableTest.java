package org.precert.crd.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.ProfileValidator;
import org.precert.coverage.CoverageDetail;
import org.precert.coverage.CoverageInformation;
import org.precert.coverage.CoverageInformation.Authorization;
import org.precert.coverage.CoverageInformation.BillingCode;
import org.precert.coverage.CoverageInformation.Covered;
import org.precert.coverage.Documents;
import org.precert.coverage.GuideVersion;
import org.precert.coverage.Need;
import org.precert.coverage.Reason;
import org.precert.coverage.Spelling;
import org.precert.crd.answer.HookAnswer.Informed;
import org.precert.decision.Determination;
import org.precert.testing.Call;

/**
 * Every coverage information that can be made is valid in both versions of the guide: all codes, in all combinations that
 * the model lets through, and those that it does not let through can not be made.
 */
@Execution(ExecutionMode.CONCURRENT)
class CodeTableTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (Covered covered : Covered.values()) {
            for (Optional<Authorization> authorization : authorizations()) {
                for (Optional<Documents> documents : documents()) {
                    for (Set<Need> needs : needs()) {
                        information(covered, authorization, documents, needs)
                                .ifPresent(each -> all.add(Arguments.of(
                                        covered + " " + authorization + " " + documents + " " + needs, each)));
                    }
                }
            }
        }
        return all.stream();
    }

    @Test
    void coversEveryCode() {
        List<CoverageInformation> made =
                all().map(each -> (CoverageInformation) each.get()[1]).toList();
        assertThat(made).extracting(CoverageInformation::covered).containsAll(EnumSet.allOf(Covered.class));
        assertThat(made.stream().flatMap(each -> each.authorization().stream()))
                .containsAll(EnumSet.allOf(Authorization.class));
        assertThat(made.stream().flatMap(each -> each.needs().stream())).containsAll(EnumSet.allOf(Need.class));
        assertThat(made.stream().flatMap(each -> each.documents().stream()).map(Documents::purpose))
                .containsAll(EnumSet.allOf(Documents.Purpose.class));
        assertThat(made.stream().flatMap(each -> each.documents().stream()).map(Documents::by))
                .containsAll(EnumSet.allOf(Documents.By.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isValidInBothVersions(String what, CoverageInformation information) {
        for (GuideVersion version : GuideVersion.values()) {
            ProfileValidator profiles =
                    version == GuideVersion.STU_2_0 ? ProfileValidator.stu2() : ProfileValidator.stu22();
            assumeTrue(profiles.isAvailable(), profiles.whyNot());
            assertThat(profiles.errors(written(version, information).toString(), PROFILE))
                    .as(version + " " + what)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void writesEachReason(Reason reason) {
        CoverageInformation information = information(
                        Covered.NOT_COVERED, Optional.empty(), Optional.empty(), Set.of(), reason)
                .orElseThrow();
        for (GuideVersion version : GuideVersion.values()) {
            JsonNode written =
                    Call.information(action(written(version, information))).get(0);
            JsonNode concept = Call.part(written, "reason").path("valueCodeableConcept");
            assertThat(concept.path("text").asText()).isEqualTo(reason.text());
            assertThat(concept.at("/coding/0/code").asText())
                    .isEqualTo(reason.determination().code());
            boolean spelled = version == GuideVersion.STU_2_2 && reason.cause().isPresent();
            assertThat(concept.path("coding")).hasSize(spelled ? 2 : 1);
        }
    }

    static Stream<Reason> reasons() {
        return Stream.concat(
                Stream.of(Determination.values()).map(each -> new Reason(each, Optional.empty(), "Because.")),
                Stream.of(Reason.Cause.values())
                        .map(each -> new Reason(Determination.INFORMATION_NEEDED, Optional.of(each), "Because.")));
    }

    private static final String PROFILE =
            "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/profile-servicerequest";

    private static JsonNode action(ObjectNode resource) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("systemActions").addObject().set("resource", resource);
        return answer;
    }

    private static ObjectNode written(GuideVersion version, CoverageInformation information) {
        ObjectNode order = Call.of("order-sign/bcbsks-investigational-pain").order("ServiceRequest");
        return new InformedOrder(Spelling.of(version), Earlier.NOTHING)
                .write(new Informed(order, List.of(information)))
                .orElseThrow();
    }

    private static List<Optional<Authorization>> authorizations() {
        List<Optional<Authorization>> all = new ArrayList<>(List.of(Optional.empty()));
        Stream.of(Authorization.values()).map(Optional::of).forEach(all::add);
        return all;
    }

    private static List<Optional<Documents>> documents() {
        List<Optional<Documents>> all = new ArrayList<>(List.of(Optional.empty()));
        for (Documents.By by : Documents.By.values()) {
            for (Documents.Purpose purpose : Documents.Purpose.values()) {
                all.add(Optional.of(
                        new Documents(by, purpose, Optional.of("https://payer.example/Questionnaire/q|1"))));
            }
        }
        return all;
    }

    private static List<Set<Need>> needs() {
        List<Set<Need>> all = new ArrayList<>(List.of(Set.of(), Set.of(Need.values())));
        Stream.of(Need.values()).map(Set::of).forEach(all::add);
        return all;
    }

    private static Optional<CoverageInformation> information(
            Covered covered, Optional<Authorization> authorization, Optional<Documents> documents, Set<Need> needs) {
        return information(
                covered,
                authorization,
                documents,
                needs,
                new Reason(Determination.INFORMATION_NEEDED, Optional.of(Reason.Cause.TECHNICAL), "Because."));
    }

    /** Empty where it would contradict itself. */
    private static Optional<CoverageInformation> information(
            Covered covered,
            Optional<Authorization> authorization,
            Optional<Documents> documents,
            Set<Need> needs,
            Reason reason) {
        try {
            return Optional.of(new CoverageInformation(
                    "Coverage/c",
                    "A payer",
                    covered,
                    authorization,
                    documents,
                    needs,
                    List.of(new BillingCode("http://www.ama-assn.org/go/cpt", "96365")),
                    reason,
                    List.of(
                            new CoverageDetail.PolicyLink("https://payer.example/policies/p"),
                            new CoverageDetail.Limit("allowed-quantity", BigDecimal.TEN, "infusions", "Ten at most.")),
                    List.of("MedicationRequest/m"),
                    LocalDate.of(2026, 6, 10),
                    "assertion"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
