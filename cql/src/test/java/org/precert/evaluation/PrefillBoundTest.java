package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every payer's prepopulation library keeps to. */
class PrefillBoundTest {

    private static final Pattern DEFINE = Pattern.compile("(?m)^define (?!function)(\"[^\"]+\"|\\w+):");

    private static final Pattern BOUND = Pattern.compile("Prepopulation\\\\\"\\.(\\w+)");

    private static PolicyDesk desk() {
        return CaseDesk.ofTheBuild().desk();
    }

    private static List<FormLibrary> shipped(String payer) {
        return desk().formLibraries(desk().book().versions(payer).get(0));
    }

    private static Set<String> defines(String payer) {
        return DEFINE.matcher(shipped(payer).get(0).cql())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcbsks", "bcbsri", "premera", "medica", "excellus", "example"})
    void aSilentChartFillsNothing(String payer) {
        assertThat(FormChart.empty().prefill(payer).trouble()).isEmpty();
        assertThat(FormChart.empty().prefill(payer).byDefine()).isEmpty();
        assertThat(FormChart.empty().prefill(payer, "ServiceRequest/s").byDefine())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcbsks", "bcbsri", "premera", "medica", "excellus", "example"})
    void everyDefineIsAPlainNameAndHasItsEvidence(String payer) {
        assertThat(defines(payer)).isNotEmpty().allSatisfy(define -> {
            assertThat(define).matches("[A-Z][A-Za-z0-9]*");
            if (!define.endsWith("Evidence")) {
                assertThat(defines(payer)).contains(define + "Evidence");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcbsks", "bcbsri", "premera", "medica", "excellus", "example"})
    void aLibraryAnswersWhatItsFormAsksAndNothingElse(String payer) {
        Set<String> bound = CaseDesk.build().ending(".json").entrySet().stream()
                .filter(form -> form.getKey().startsWith(payer + "/"))
                .flatMap(form -> BOUND.matcher(form.getValue()).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(defines(payer))
                .filteredOn(define -> !define.endsWith("Evidence"))
                .containsExactlyInAnyOrderElementsOf(bound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcbsks", "bcbsri", "premera", "medica", "excellus", "example"})
    void everyRetrieveAsksForCodes(String payer) {
        assertThat(shipped(payer).get(0).needs())
                .isNotEmpty()
                .allSatisfy(need -> assertThat(need.toString()).contains("https://precert.dev/fhir/ValueSet/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcbsks", "bcbsri", "premera", "medica", "excellus", "example"})
    void noLibraryThatJudgesIsShipped(String payer) {
        assertThat(shipped(payer).stream().skip(1))
                .extracting(FormLibrary::name)
                .containsExactlyInAnyOrder(
                        "PrecertElements",
                        "PrecertHistory",
                        "PrecertMeasures",
                        "PrecertConcepts",
                        "PrecertConversions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"medica", "excellus", "example"})
    void onlyPoliciesThatSpeakOfLidocaineAskForItsSafety(String payer) {
        assertThat(defines(payer)).doesNotContain("ElectrolytesAreNormal", "EcgIsNormal");
    }
}
