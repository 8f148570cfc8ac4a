package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DtrProfilesTest {

    private static final String FORM = "/parameter/0/resource/entry/0/resource";
    private static final String DRAFT = "/parameter/0/resource/entry/1/resource";
    private static final String LIBRARY = "/parameter/0/resource/entry/2/resource";

    @BeforeEach
    void needsThePackages() {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
    }

    static Stream<Arguments> conforming() {
        ObjectNode standard = DtrExample.dtr201().standardPackage();
        ObjectNode adaptive = DtrExample.dtr201().adaptivePackage();
        ObjectNode question = DtrExample.dtr201().question();
        return Stream.of(
                with("a package", standard, DtrProfiles.PACKAGE_OUTPUT),
                with("its bundle", standard.at("/parameter/0/resource"), DtrProfiles.PACKAGE_BUNDLE),
                with("its form", standard.at(FORM), DtrProfiles.STANDARD_FORM),
                with("its draft", standard.at(DRAFT), DtrProfiles.RESPONSE),
                with("its library", standard.at(LIBRARY), DtrProfiles.LIBRARY),
                with("an adaptive package", adaptive, DtrProfiles.PACKAGE_OUTPUT),
                with("its form", adaptive.at(FORM), DtrProfiles.ADAPTIVE_SEARCH_FORM),
                with("its draft", adaptive.at(DRAFT), DtrProfiles.RESPONSE),
                with("its draft in SDC", adaptive.at(DRAFT), DtrProfiles.SDC_ADAPTIVE_RESPONSE),
                with("a question", question, DtrProfiles.RESPONSE),
                with("a question in SDC", question, DtrProfiles.SDC_RESPONSE),
                with("its form", question.at("/contained/0"), DtrProfiles.ADAPTIVE_FORM),
                with("the end", DtrExample.dtr201().completed(), DtrProfiles.SDC_RESPONSE));
    }

    @ParameterizedTest
    @MethodSource("conforming")
    void haveNothingAgainst(JsonNode resource, String profile) {
        assertThat(DtrProfiles.check(resource, profile)).isEmpty();
    }

    static Stream<Arguments> spoilt() {
        ObjectNode standard = DtrExample.dtr201().standardPackage();
        ObjectNode adaptive = DtrExample.dtr201().adaptivePackage();
        ObjectNode question = DtrExample.dtr201().question();
        return Stream.of(
                without(
                        standard,
                        DtrProfiles.PACKAGE_OUTPUT,
                        "PackageBundle",
                        each -> object(each, "/parameter/0").put("name", "packagebundle")),
                without(
                        standard.at("/parameter/0/resource"),
                        DtrProfiles.PACKAGE_BUNDLE,
                        "dtrb-1",
                        each -> object(each, "/entry/0/resource")
                                .put("resourceType", "Basic")
                                .removeAll()
                                .put("resourceType", "Basic")),
                without(
                        standard.at(FORM),
                        DtrProfiles.STANDARD_FORM,
                        "Questionnaire.subjectType",
                        each -> each.remove("subjectType")),
                without(
                        standard.at(DRAFT),
                        DtrProfiles.RESPONSE,
                        "intendedUse",
                        each -> each.withArray("/extension").remove(2)),
                without(
                        standard.at(DRAFT),
                        DtrProfiles.RESPONSE,
                        "information-origin",
                        each -> each.putArray("item")
                                .addObject()
                                .put("linkId", "attestation")
                                .putArray("answer")
                                .addObject()
                                .put("valueBoolean", true)),
                without(standard.at(LIBRARY), DtrProfiles.LIBRARY, "Library.type", each -> each.remove("type")),
                without(
                        adaptive.at(FORM),
                        DtrProfiles.ADAPTIVE_SEARCH_FORM,
                        "Questionnaire.url",
                        each -> each.remove("url")),
                without(
                        adaptive.at(DRAFT),
                        DtrProfiles.SDC_ADAPTIVE_RESPONSE,
                        "contained",
                        each -> each.remove("contained")),
                without(question, DtrProfiles.SDC_RESPONSE, "authored", each -> each.remove("authored")),
                without(
                        question,
                        DtrProfiles.SDC_RESPONSE,
                        "of type integer",
                        each -> object(each, "/item/0/item/0/answer/0")
                                .put("valueInteger", 1)
                                .remove("valueCoding")),
                without(
                        question.at("/contained/0"),
                        DtrProfiles.ADAPTIVE_FORM,
                        "derivedFrom",
                        each -> each.remove("derivedFrom")),
                without(
                        question.at("/contained/0"),
                        DtrProfiles.ADAPTIVE_FORM,
                        "Questionnaire.url",
                        each -> each.put("url", "https://payer.example/fhir/Questionnaire/infusion")));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void findWhatIsSpoilt(JsonNode resource, String profile, String what) {
        assertThat(DtrProfiles.check(resource, profile)).anyMatch(error -> error.contains(what));
    }

    @Test
    void ofTheBaseOf22FindMissingElementsAndWrongCoverageInformation() {
        ObjectNode question = DtrExample.dtr22().question();
        ObjectNode standard = DtrExample.dtr22().standardPackage();
        assertThat(DtrProfiles.checkBase22(question, DtrProfiles.SDC_RESPONSE)).isEmpty();
        assertThat(DtrProfiles.checkBase22(standard.at(FORM), DtrProfiles.SDC_FORM))
                .isEmpty();
        assertThat(DtrProfiles.checkBase22(standard.at(LIBRARY), DtrProfiles.LIBRARY))
                .isEmpty();
        ObjectNode information = question.withArray("/extension").addObject();
        information.put("url", "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information");
        information.putArray("extension").addObject().put("url", "covered").put("valueCode", "maybe");
        assertThat(DtrProfiles.checkBase22(question, DtrProfiles.SDC_RESPONSE))
                .anyMatch(error -> error.contains("'maybe'"))
                .anyMatch(error -> error.contains("coverage-assertion-id"));
    }

    @Test
    void theAnswersOfOneVersionAreErrorsInTheOther() {
        assertThat(DtrProfiles.check(DtrExample.dtr22().standardPackage(), DtrProfiles.PACKAGE_OUTPUT))
                .isNotEmpty();
    }

    private static Arguments with(String name, JsonNode resource, String profile) {
        return Arguments.of(Named.of(name, resource), profile);
    }

    private static Arguments without(JsonNode good, String profile, String what, Consumer<ObjectNode> spoil) {
        ObjectNode spoilt = good.deepCopy();
        spoil.accept(spoilt);
        return Arguments.of(Named.of("without " + what, spoilt), profile, what);
    }

    private static ObjectNode object(ObjectNode in, String pointer) {
        return (ObjectNode) in.at(pointer);
    }
}
