package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The CQL that fills forms, and its ELM. */
@DemoServer
class LibraryRequirementsTest {

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"oper-13", "spec-95", "spec-99"})
    void everyLibraryHasItsCqlAndItsElmInIt(Edition edition) {
        assertThat(libraries(edition)).isNotEmpty().allSatisfy(library -> {
            assertThat(Tree.stream(library.path("content"))
                            .map(content -> content.path("contentType").asText()))
                    .containsExactlyInAnyOrder("text/cql", "application/elm+json");
            assertThat(Tree.stream(library.path("content")))
                    .allMatch(content -> content.path("data").isTextual() && !content.has("url"));
            String name = library.path("name").asText();
            String version = library.path("version").asText();
            assertThat(cql(library)).contains("library " + name + " version '" + version + "'");
            assertThat(elm(library).at("/library/identifier/id").asText()).isEqualTo(name);
            assertThat(elm(library).at("/library/identifier/version").asText()).isEqualTo(version);
            assertThat(elm(library).at("/library/schemaIdentifier/version").asText())
                    .isEqualTo("r1");
        });
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-98")
    void theNamesOfLibrariesAreUnique(Edition edition) {
        assertThat(payer.everyPackage(edition))
                .allSatisfy(each -> assertThat(each.libraries())
                        .extracting(library -> library.path("name").asText())
                        .doesNotHaveDuplicates());
        assertThat(libraries(edition).stream()
                        .map(library -> library.path("name").asText() + "|"
                                + library.path("version").asText() + " " + library.path("content"))
                        .distinct())
                .as("What has one name is one library, in whatever package")
                .hasSameSizeAs(libraries(edition).stream()
                        .map(library -> library.path("name").asText())
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-93")
    void theContextIsThePatient(Edition edition) {
        assertThat(libraries(edition))
                .allSatisfy(library -> assertThat(Tree.stream(elm(library).at("/library/contexts/def"))
                                .map(context -> context.path("name").asText()))
                        .allMatch("Patient"::equals));
        assertThat(payer.everyPackage(edition)).allSatisfy(each -> {
            assertThat(cql(each.libraries().get(0))).contains("context Patient");
            assertThat(each.form().path("subjectType")).hasSize(1);
            assertThat(each.form().at("/subjectType/0").asText()).isEqualTo("Patient");
        });
    }

    /** No retrieve takes all of a kind: each is narrowed to codes of the policy's own matters. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement("sec-3")
    void whatIsAskedOfAnEhrIsNarrowedToCodes(Edition edition) {
        List<JsonNode> retrieves = libraries(edition).stream()
                .flatMap(library -> Tree.all(elm(library)))
                .filter(node -> node.path("type").asText().equals("Retrieve"))
                .filter(node -> !node.path("dataType").asText().endsWith("}Patient"))
                .toList();
        assertThat(retrieves).isNotEmpty().allMatch(node -> node.has("codes") && node.has("codeProperty"));
        List<JsonNode> needs = libraries(edition).stream()
                .flatMap(library -> Tree.stream(library.path("dataRequirement")))
                .toList();
        assertThat(needs)
                .isNotEmpty()
                .allMatch(need -> need.at("/codeFilter/0/valueSet").isTextual());
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"spec-18", "spec-96", "2.0.1@62"})
    void everyExpressionIsCqlWithItsElmBesideIt(Edition edition) {
        String alternative = edition == Edition.V2_0
                ? "/us-ph-alternative-expression-extension"
                : "/StructureDefinition/alternativeExpression";
        assertThat(expressions(edition)).isNotEmpty().allSatisfy(expression -> {
            assertThat(expression.path("language").asText()).isEqualTo("text/cql");
            assertThat(Tree.extensions(expression, alternative)).singleElement().satisfies(compiled -> {
                assertThat(compiled.at("/valueExpression/language").asText()).isEqualTo("application/elm+json");
                JsonNode elm =
                        Call.json(compiled.at("/valueExpression/expression").asText());
                assertThat("\"" + elm.path("libraryName").asText() + "\"."
                                + elm.path("name").asText())
                        .isEqualTo(expression.path("expression").asText());
            });
        });
        Set<String> languages = payer.everyPackage(edition).stream()
                .flatMap(each -> Tree.all(each.form()))
                .map(node -> node.path("language").asText())
                .filter(language -> !language.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(languages).containsExactly("application/elm+json", "text/cql");
    }

    /** The library and the statement; nothing is declared on the way that a client would have to keep in scope. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"spec-94", "spec-97"})
    void everyExpressionNamesALibraryOfTheFormAndADefineOfIt(Edition edition) {
        for (Packaged each : payer.everyForm(edition)) {
            String form = each.form().path("title").asText();
            JsonNode library = each.libraries().get(0);
            Set<String> defines = Tree.stream(elm(library).at("/library/statements/def"))
                    .map(define -> "\"" + library.path("name").asText() + "\"."
                            + define.path("name").asText())
                    .collect(Collectors.toSet());
            assertThat(Tree.extensions(each.form(), "/cqf-library")
                            .get(0)
                            .path("valueCanonical")
                            .asText())
                    .startsWith(library.path("url").asText() + "|");
            assertThat(Tree.expressions(each.form()))
                    .as(form)
                    .isNotEmpty()
                    .allMatch(expression ->
                            defines.contains(expression.path("expression").asText()));
            assertThat(Tree.all(each.form()).map(node -> node.path("url").asText()))
                    .as(form)
                    .noneMatch(url -> url.endsWith("/variable"));
        }
    }

    /** Most of what the criteria turn on. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-54")
    void everyFormIsFilledFromTheEhrWherePossible(Edition edition) {
        assertThat(payer.everyForm(edition))
                .allSatisfy(each -> assertThat(Tree.expressions(each.form()).size())
                        .as(each.form().path("title").asText())
                        .isGreaterThanOrEqualTo(5));
    }

    private List<JsonNode> libraries(Edition edition) {
        return payer.everyPackage(edition).stream()
                .flatMap(each -> each.libraries().stream())
                .toList();
    }

    private List<JsonNode> expressions(Edition edition) {
        Stream<JsonNode> forms = payer.everyPackage(edition).stream().map(Packaged::form);
        return forms.flatMap(form -> Tree.expressions(form).stream()).toList();
    }

    private static String cql(JsonNode library) {
        return content(library, "text/cql");
    }

    private static JsonNode elm(JsonNode library) {
        return Call.json(content(library, "application/elm+json"));
    }

    private static String content(JsonNode library, String type) {
        String data = Tree.stream(library.path("content"))
                .filter(content -> content.path("contentType").asText().equals(type))
                .map(content -> content.path("data").asText())
                .findFirst()
                .orElseThrow();
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }
}
