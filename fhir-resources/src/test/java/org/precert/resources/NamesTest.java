package org.precert.resources;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files, ids and canonical URLs agree. */
class NamesTest {

    static List<FhirFile> terminology() {
        return FhirFile.under("terminology");
    }

    static List<FhirFile> organizations() {
        return FhirFile.under("samples/organizations");
    }

    static List<FhirFile> patients() {
        return FhirFile.under("samples/patients");
    }

    @ParameterizedTest
    @MethodSource({"terminology", "organizations"})
    void aFileIsNamedAfterTheTypeAndIdInIt(FhirFile file) {
        assertThat(file.name()).isEqualTo(file.type() + "-" + file.id());
    }

    @ParameterizedTest
    @MethodSource("patients")
    void aPatientsFileIsNamedAfterTheBundleInIt(FhirFile file) {
        assertThat(file.type()).isEqualTo("Bundle");
        assertThat(file.name()).isEqualTo(file.id());
    }

    @ParameterizedTest
    @MethodSource("terminology")
    void aCanonicalUrlIsTheProjectsAndEndsWithTypeAndId(FhirFile file) {
        assertThat(file.type()).isIn("CodeSystem", "ValueSet", "NamingSystem");
        if (!file.type().equals("NamingSystem")) {
            assertThat(file.json().path("url").asText())
                    .isEqualTo("https://precert.dev/fhir/" + file.type() + "/" + file.id());
        }
    }

    @Test
    void canonicalUrlsAreUnique() {
        assertThat(terminology())
                .extracting(file -> file.json().path("url").asText())
                .filteredOn(not(String::isEmpty))
                .doesNotHaveDuplicates();
    }
}
