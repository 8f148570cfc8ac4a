package org.precert.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.resources.ValueSetFile.Code;

/** The expansion that the server reads is the one that the definition asks for. */
class ValueSetExpansionTest {

    static List<ValueSetFile> valueSets() {
        return ValueSetFile.all();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void everyListedConceptIsInTheExpansion(ValueSetFile set) {
        assertThat(set.expansion()).containsAll(set.listed());
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void everyCategoryIsInTheExpansion(ValueSetFile set) {
        assertThat(set.expansion()).containsAll(set.categories());
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void everyCodeOfTheExpansionIsAskedFor(ValueSetFile set) {
        assertThat(set.expansion()).allMatch(code -> isAskedFor(code, set));
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void noCodeIsInTheExpansionTwice(ValueSetFile set) {
        assertThat(set.expansion()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(set.file().json().at("/expansion/total").asInt())
                .isEqualTo(set.expansion().size());
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void onlyCategoriesOfConceptsAreFilteredBy(ValueSetFile set) {
        assertThat(set.includes().flatMap(include -> include.findValues("filter").stream()))
                .allSatisfy(filters -> assertThat(filters).allSatisfy(filter -> {
                    assertThat(filter.path("property").asText()).isEqualTo("concept");
                    assertThat(filter.path("op").asText()).isEqualTo("is-a");
                }));
    }

    @Test
    void aWholeCodeSystemIsExpandedWhole() {
        assertThat(valueSets())
                .filteredOn(set -> !set.wholeSystems().isEmpty())
                .isNotEmpty()
                .allSatisfy(set -> assertThat(set.expansion())
                        .containsExactlyInAnyOrderElementsOf(set.wholeSystems().stream()
                                .flatMap(ValueSetExpansionTest::codesOf)
                                .toList()));
    }

    private static boolean isAskedFor(Code code, ValueSetFile set) {
        return set.wholeSystems().contains(code.system())
                || set.listed().contains(code)
                || set.categories().stream()
                        .anyMatch(category -> category.system().equals(code.system())
                                && code.code().startsWith(category.code()));
    }

    private static Stream<Code> codesOf(String system) {
        return FhirFile.under("terminology").stream()
                .filter(file -> file.type().equals("CodeSystem"))
                .filter(file -> file.json().path("url").asText().equals(system))
                .flatMap(file -> file.json().path("concept").findValuesAsText("code").stream())
                .map(code -> new Code(system, code));
    }
}
