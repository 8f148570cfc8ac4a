package org.precert.evaluation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.decision.Decision;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;

/** Every case beside every policy holds. */
class PolicyCasesTest {

    private static final Path POLICIES = Path.of("policies");

    static Stream<CaseFile.Case> cases() {
        return CaseFile.all(POLICIES).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheCaseExpects(CaseFile.Case each) {
        Ruling ruling = CaseDesk.ofTheBuild().rule(each.payer(), each.text());
        SoftAssertions softly = new SoftAssertions();
        check(softly, each.text().expect(), ruling);
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, CaseFile.Expected expected, Ruling ruling) {
        Decision decision = ruling.decision();
        softly.assertThat(decision.determination().code()).as("determination").isEqualTo(expected.determination());
        if (expected.statement() != null) {
            softly.assertThat(decision).as("decision").isInstanceOf(Decision.Stated.class);
            if (decision instanceof Decision.Stated stated) {
                softly.assertThat(stated.statement().label()).as("statement").isEqualTo(expected.statement());
            }
        }
        if (decision instanceof Decision.InformationNeeded needed) {
            softly.assertThat(ids(needed.missing()))
                    .as("missing")
                    .containsExactlyInAnyOrderElementsOf(requireNonNull(expected.missing(), "missing"));
        }
        if (expected.outside() != null && decision instanceof Decision.NotAddressed outside) {
            softly.assertThat(ids(outside.outside()))
                    .as("outside")
                    .containsExactlyInAnyOrderElementsOf(expected.outside());
        }
        if (expected.criteriaMet() != null) {
            softly.assertThat(word(ruling.findings().criteriaMet().name()))
                    .as("criteria met")
                    .isEqualTo(expected.criteriaMet());
        }
        checkFindings(softly, requireNonNullElse(expected.findings(), Map.of()), ruling);
        checkLists(softly, expected, ruling);
    }

    private static void checkFindings(SoftAssertions softly, Map<String, String> expected, Ruling ruling) {
        expected.forEach((id, word) -> {
            List<Finding> found = Stream.concat(
                            ruling.findings().statements().stream(), ruling.findings().criteria().stream())
                    .filter(finding -> finding.id().equals(id))
                    .toList();
            softly.assertThat(found).as("finding " + id).hasSize(1);
            found.forEach(finding -> softly.assertThat(word(finding.answer().name()))
                    .as("finding " + id)
                    .isEqualTo(word));
        });
    }

    private static void checkLists(SoftAssertions softly, CaseFile.Expected expected, Ruling ruling) {
        softly.assertThat(ruling.findings().notices())
                .as("notices")
                .containsAll(requireNonNullElse(expected.notices(), List.<String>of()))
                .doesNotContainAnyElementsOf(
                        requireNonNullElse(expected.noNotices(), List.of("a notice that nothing is called")));
        softly.assertThat(codes(ruling.findings().candidates()))
                .as("candidates")
                .containsAll(requireNonNullElse(expected.candidates(), List.<String>of()));
        softly.assertThat(
                        ruling.findings().hints().stream().map(Evidence::words).toList())
                .as("hints")
                .containsAll(requireNonNullElse(expected.hints(), List.<String>of()));
        if (expected.evidence() != null && ruling.decision() instanceof Decision.Stated stated) {
            softly.assertThat(codes(stated.finding().evidence())).as("evidence").containsAll(expected.evidence());
        }
    }

    /** The words of the cases: in, out, unknown. */
    private static String word(String answer) {
        return switch (answer) {
            case "YES" -> "in";
            case "NO" -> "out";
            default -> "unknown";
        };
    }

    private static List<String> codes(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::code).toList();
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }
}
