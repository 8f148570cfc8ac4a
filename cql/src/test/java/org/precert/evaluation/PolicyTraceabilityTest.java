package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each clause is traced from page to define to cases, and back. Its table is target/policy-coverage.md. */
class PolicyTraceabilityTest {

    static List<PolicyFolder> policies() {
        return PolicyFolder.all();
    }

    static Stream<PolicyFolder.Clause> clauses() {
        return policies().stream().flatMap(policy -> policy.clauses().stream());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachStatementHasOneDefine(PolicyFolder policy) {
        assertThat(policy.ids("statement"))
                .as(
                        "%s: statements that %s tags, against policy.yaml",
                        policy, policy.policy().library())
                .containsExactlyInAnyOrderElementsOf(policy.labels());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachStatementHasOneHeading(PolicyFolder policy) {
        assertThat(labels(policy.page().statements()))
                .as("%s: headings below '## Statements' in policy.md, against policy.yaml", policy)
                .containsExactlyInAnyOrderElementsOf(policy.labels());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachCriterionHasOneHeading(PolicyFolder policy) {
        assertThat(labels(policy.page().criteria()))
                .as(
                        "%s: headings below '## Criteria' in policy.md, against %s",
                        policy, policy.policy().library())
                .containsExactlyInAnyOrderElementsOf(policy.ids("criterion"));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void criteriaAreCombinedWhereThereAreAny(PolicyFolder policy) {
        assertThat(policy.defines().hasCriteriaMet())
                .as(
                        "%s: whether %s defines \"Criteria Met\"",
                        policy, policy.policy().library())
                .isEqualTo(!policy.ids("criterion").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void eachClauseTellsWhatItSays(PolicyFolder.Clause clause) {
        assertThat(clause.section().says())
                .as("%s: 'Says: ...', followed by Where and Reading, in policy.md", clause)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void eachClauseHasACaseForEachAnswer(PolicyFolder.Clause clause) {
        assertThat(Stream.of("in", "out", "unknown")
                        .filter(answer -> clause.casesWhere(answer) == 0)
                        .toList())
                .as("%s: answers that no case expects, against those that policy.md calls not applicable", clause)
                .containsExactlyInAnyOrderElementsOf(clause.section().notApplicable());
    }

    @Test
    void theCoverageTableHasARowForEachClause() throws IOException {
        Path table = Path.of("target/policy-coverage.md");
        Files.writeString(table, new PolicyCoverage(policies()).markdown());
        assertThat(Files.readString(table))
                .contains(clauses().map(PolicyCoverage::row).toList());
    }

    private static List<String> labels(List<PolicyPage.Section> sections) {
        return sections.stream().map(PolicyPage.Section::label).toList();
    }
}
