package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The response that a form comes with. */
@DemoServer
class DraftRequirementsTest {

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"oper-18", "spec-122"})
    void thereIsOneDraftOfTheFormAndThePatient(Edition edition) {
        assertThat(payer.everyForm(edition)).allSatisfy(each -> {
            assertThat(each.resources())
                    .extracting(Tree::type)
                    .filteredOn("QuestionnaireResponse"::equals)
                    .hasSize(1);
            JsonNode draft = each.draft();
            assertThat(draft.path("status").asText()).isEqualTo("in-progress");
            assertThat(draft.path("questionnaire").asText())
                    .isEqualTo(each.form().path("url").asText() + "|"
                            + each.form().path("version").asText());
            assertThat(draft.path("authored").asText()).startsWith("2026-06-10T");
        });
        Wish wish = Wish.of("example");
        assertThat(payer.give(edition, wish).draft().at("/subject/reference"))
                .isEqualTo(wish.named("coverage").get(0).at("/beneficiary/reference"));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-18")
    void theDraftNamesItsCoverageAndItsOrders(Edition edition) {
        Wish wish = Wish.of("example");
        JsonNode draft = payer.give(edition, wish).draft();
        List<String> about = new ArrayList<>(references(draft, "/qr-context"));
        about.addAll(references(draft, "/qr-coverage"));
        assertThat(about)
                .containsExactlyInAnyOrderElementsOf(Stream.of("coverage", "order")
                        .flatMap(name -> wish.named(name).stream())
                        .map(Tree::reference)
                        .toList());
        assertThat(references(draft, "/qr-coverage").isEmpty()).isEqualTo(edition == Edition.V2_0);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"2.0.1@175", "conf-13"})
    void everyAnswerOfTheServerSaysThatItIs(Edition edition) {
        String source = edition == Edition.V2_0 ? "auto" : "auto-server";
        List<JsonNode> answers = payer.everyPackage(edition).stream()
                .flatMap(each -> Tree.answers(each.draft()).stream())
                .toList();
        assertThat(answers)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(Tree.extensions(answer, "/information-origin"))
                        .singleElement()
                        .satisfies(origin -> {
                            assertThat(origin.at("/extension/0/valueCode").asText())
                                    .isEqualTo(source);
                            assertThat(origin.path("extension")).hasSize(1);
                        }));
    }

    /** A reference to this server, or to anybody else's, would have an address. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-139")
    void everyReferenceIsToWhatTheClientHas(Edition edition) {
        assertThat(payer.everyPackage(edition)).allSatisfy(each -> {
            List<String> references = each.draft().findValuesAsText("reference");
            assertThat(references).isNotEmpty().allMatch(reference -> reference.matches("[A-Z][A-Za-z]+/[\\w.-]+"));
        });
        Wish wish = Wish.of("example");
        Set<String> own = Set.of("Patient/" + Wish.SAMPLES.get("example"));
        List<String> sent = Stream.of("coverage", "order")
                .flatMap(name -> wish.named(name).stream())
                .map(Tree::reference)
                .toList();
        assertThat(payer.give(edition, wish).draft().findValuesAsText("reference"))
                .allMatch(reference -> own.contains(reference) || sent.contains(reference));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"spec-25", "spec-140", "spec-141"})
    void nothingIsContainedButTheFormOfAnAdaptiveOne(Edition edition) {
        assertThat(payer.everyForm(edition))
                .allSatisfy(each -> assertThat(each.draft().has("contained")).isFalse());
        assertThat(payer.everyAdaptiveForm(edition)).allSatisfy(each -> {
            JsonNode draft = each.draft();
            assertThat(Tree.list(draft.path("contained"))).singleElement().satisfies(form -> {
                assertThat(Tree.type(form)).isEqualTo("Questionnaire");
                assertThat(form.at("/derivedFrom/0").asText())
                        .isEqualTo(each.form().path("url").asText() + "|"
                                + each.form().path("version").asText());
                assertThat(draft.path("questionnaire").asText())
                        .isEqualTo("#" + form.path("id").asText());
            });
            assertThat(draft.findValuesAsText("reference")).noneMatch(reference -> reference.startsWith("#"));
        });
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-159")
    void aFormIsForOnePurpose(Edition edition) {
        assertThat(payer.everyPackage(edition))
                .allSatisfy(each -> assertThat(Tree.extensions(each.draft(), "/intendedUse"))
                        .singleElement()
                        .satisfies(use -> assertThat(use.at("/valueCodeableConcept/coding"))
                                .hasSize(1)));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"spec-40", "oper-19"})
    void theDraftIsFilledWithWhatCrdWasTold(Edition edition) {
        String context = payer.toldByCrd(edition, Wish.SAMPLES.get("example"));
        int told = Tree.answers(payer.give(edition, Wish.of("example")).draft()).size();
        assertThat(Tree.answers(
                        payer.give(edition, Wish.of("example").context(context)).draft()))
                .hasSizeGreaterThan(told);
    }

    private static List<String> references(JsonNode draft, String url) {
        return Tree.extensions(draft, url).stream()
                .map(extension -> extension.at("/valueReference/reference").asText())
                .toList();
    }
}
