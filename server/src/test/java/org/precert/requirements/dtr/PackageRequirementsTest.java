package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.conformance.Dtr22Rules;
import org.precert.conformance.DtrProfiles;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a package is made of. */
@DemoServer
class PackageRequirementsTest {

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @Test
    @DtrRequirement("oper-10")
    void whatSucceedsComesInParameters() {
        assertThat(payer.everyPackage(Edition.V2_2))
                .allSatisfy(each -> assertThat(Tree.type(each.json())).isEqualTo("Parameters"));
    }

    /** In 2.0.1 it may come bare, but not with something beside it. */
    @Test
    @DtrRequirement({"2.0.1@305", "2.0.1@306", "2.0.1@169"})
    void severalThingsComeInParameters() {
        Packaged two = payer.give(Edition.V2_0, ofTwoPayers());
        assertThat(Tree.type(two.json())).isEqualTo("Parameters");
        assertThat(two.forms()).hasSize(2);
        Packaged warned = payer.give(
                Edition.V2_0,
                Wish.of("example")
                        .form("https://example.org/none")
                        .form(Wish.BASE + "Questionnaire/example-ketamine-infusion"));
        assertThat(Tree.type(warned.json())).isEqualTo("Parameters");
        assertThat(warned.warnings()).isNotEmpty();
        assertThat(payer.everyPackage(Edition.V2_0))
                .allSatisfy(each -> assertThat(each.bundles()).isNotEmpty())
                .anyMatch(each -> Tree.type(each.json()).equals("Bundle"));
    }

    @Test
    @DtrRequirement("2.0.1@303")
    void eachFormHasABundleOfItsOwn() {
        assertThat(payer.give(Edition.V2_0, ofTwoPayers()).bundles())
                .hasSize(2)
                .allSatisfy(bundle -> assertThat(types(bundle)).containsOnlyOnce("Questionnaire"));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-12")
    void theFormComesFirstThenItsDraftThenWhatItNeeds(Edition edition) {
        assertThat(payer.everyPackage(edition)).allSatisfy(each -> {
            assertThat(each.bundles().get(0).path("type").asText()).isEqualTo("collection");
            assertThat(types(each.bundles().get(0)).distinct())
                    .containsExactly("Questionnaire", "QuestionnaireResponse", "Library", "ValueSet");
        });
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"2.0.1@317", "2.0.1@320"})
    void eachLibraryAndEachValueSetIsThereOnce(Edition edition) {
        assertThat(payer.everyPackage(edition)).allSatisfy(each -> {
            assertThat(each.libraries())
                    .extracting(PackageRequirementsTest::url)
                    .doesNotHaveDuplicates();
            assertThat(each.valueSets())
                    .extracting(PackageRequirementsTest::url)
                    .doesNotHaveDuplicates();
        });
    }

    /** Of the form, of what it depends on, and of what that depends on. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"oper-12", "spec-87"})
    void everyLibraryIsThere(Edition edition) {
        assertThat(payer.everyPackage(edition)).allSatisfy(each -> {
            Set<String> needed = new TreeSet<>(referenced(each.form(), "/cqf-library"));
            assertThat(needed).isNotEmpty();
            each.libraries()
                    .forEach(library -> Tree.stream(library.path("relatedArtifact"))
                            .filter(related -> related.path("type").asText().equals("depends-on"))
                            .forEach(related ->
                                    needed.add(related.path("resource").asText())));
            assertThat(each.libraries())
                    .extracting(PackageRequirementsTest::canonical)
                    .containsExactlyInAnyOrderElementsOf(needed);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-14")
    void everyValueSetIsThere(Edition edition) {
        assertThat(payer.everyPackage(edition)).allSatisfy(each -> {
            Set<String> needed = each.resources().stream()
                    .flatMap(Tree::all)
                    .flatMap(element -> Stream.of(element.path("answerValueSet"), element.path("valueSet")))
                    .map(JsonNode::asText)
                    .filter(canonical -> canonical.startsWith("http"))
                    .collect(Collectors.toSet());
            assertThat(needed).isNotEmpty();
            assertThat(each.valueSets())
                    .extracting(PackageRequirementsTest::canonical)
                    .containsAll(needed);
            assertThat(each.warnings()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("oper-16")
    void everythingIsReferredToWithItsVersion(Edition edition) {
        assertThat(payer.everyPackage(edition)).allSatisfy(each -> {
            Set<String> references = each.resources().stream()
                    .flatMap(Tree::all)
                    .flatMap(element -> Stream.of(
                            element.path("answerValueSet"),
                            element.path("valueSet"),
                            element.path("valueCanonical"),
                            element.path("questionnaire"),
                            element.path("derivedFrom").path(0),
                            element.path("resource")))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .filter(canonical -> !canonical.startsWith("#"))
                    .collect(Collectors.toSet());
            assertThat(references).hasSizeGreaterThan(2).allMatch(canonical -> canonical.matches("[^|]+\\|[\\w.]+"));
        });
    }

    @Test
    @DtrRequirement({"oper-10", "spec-23", "spec-25", "conf-2"})
    void everyPackageKeepsToTheProfilesOf22() {
        assertThat(payer.everyPackage(Edition.V2_2))
                .allSatisfy(
                        each -> assertThat(Dtr22Rules.ofPackage(each.json())).isEmpty());
        assertThat(Dtr22Rules.ofPackage(
                        payer.give(Edition.V2_2, Wish.administrative()).json()))
                .isEmpty();
    }

    @Test
    @DtrRequirement({"conf-2", "spec-23"})
    void aPackageKeepsToTheProfilesOf201() {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        keepsToProfiles(payer.everyForm(Edition.V2_0).get(0), DtrProfiles.STANDARD_FORM);
        keepsToProfiles(payer.everyAdaptiveForm(Edition.V2_0).get(0), DtrProfiles.ADAPTIVE_SEARCH_FORM);
    }

    private static void keepsToProfiles(Packaged given, String form) {
        String whole =
                Tree.type(given.json()).equals("Bundle") ? DtrProfiles.PACKAGE_BUNDLE : DtrProfiles.PACKAGE_OUTPUT;
        assertThat(DtrProfiles.check(given.json(), whole)).isEmpty();
        assertThat(DtrProfiles.check(given.form(), form)).isEmpty();
        assertThat(DtrProfiles.check(given.draft(), DtrProfiles.RESPONSE)).isEmpty();
    }

    private static Wish ofTwoPayers() {
        return Wish.of("premera", "two-coverages")
                .with(
                        "coverage",
                        Wish.of("excellus", "two-coverages").named("coverage").get(0));
    }

    private static Stream<String> types(JsonNode bundle) {
        return Tree.stream(bundle.path("entry")).map(entry -> Tree.type(entry.path("resource")));
    }

    private static Set<String> referenced(JsonNode form, String url) {
        return Tree.extensions(form, url).stream()
                .map(extension -> extension.path("valueCanonical").asText())
                .collect(Collectors.toSet());
    }

    private static String url(JsonNode resource) {
        return resource.path("url").asText();
    }

    private static String canonical(JsonNode resource) {
        return url(resource) + "|" + resource.path("version").asText();
    }
}
