package org.precert.resources;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files, ids and canonical URLs agree. */
class NamesTest {

    static List<FhirFile> terminology() {
        return FhirFile.under("terminology");
    }

    static List<FhirFile> extensions() {
        return FhirFile.under("extensions");
    }

    static List<FhirFile> organizations() {
        return FhirFile.under("samples/organizations");
    }

    static List<FhirFile> patients() {
        return FhirFile.under("samples/patients");
    }

    @ParameterizedTest
    @MethodSource({"terminology", "extensions", "organizations"})
    void aFileIsNamedAfterTheTypeAndIdInIt(FhirFile file) {
        assertThat(file.name()).isEqualTo(file.type() + "-" + file.id());
    }

    static List<FhirFile> priorAuthorizations() {
        return Stream.of("2.0.1", "2.2.1", "errors")
                .flatMap(folder -> FhirFile.under("samples/pas/" + folder).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"patients", "priorAuthorizations"})
    void aFileOfSeveralResourcesIsNamedAfterTheBundleInIt(FhirFile file) {
        assertThat(file.type()).isEqualTo("Bundle");
        assertThat(file.name()).isEqualTo(file.id());
    }

    @ParameterizedTest
    @MethodSource("terminology")
    void aCanonicalUrlIsTheProjectsAndEndsWithTypeAndId(FhirFile file) {
        assertThat(file.type()).isIn("CodeSystem", "ValueSet", "NamingSystem");
        if (!file.type().equals("NamingSystem")) {
            assertThat(url(file)).isEqualTo("https://precert.dev/fhir/" + file.type() + "/" + file.id());
        }
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void anExtensionIsTheProjectsAndFixesItsUrl(FhirFile file) {
        assertThat(url(file)).isEqualTo("https://precert.dev/fhir/StructureDefinition/" + file.id());
        assertThat(file.json().at("/differential/element").findValuesAsText("fixedUri"))
                .contains(url(file));
    }

    @Test
    void canonicalUrlsAreUnique() {
        assertThat(terminology())
                .extracting(NamesTest::url)
                .filteredOn(not(String::isEmpty))
                .doesNotHaveDuplicates();
    }

    private static String url(FhirFile file) {
        return file.json().path("url").asText();
    }
}
