package org.precert.evaluation;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.policy.LinesOfBusiness;
import org.precert.policy.Notice;
import org.precert.policy.PolicyReader;

/** What a policy folder holds beside its clauses fits together: notices, days, lines of business, forms, document. */
class PolicyFolderTest {

    private static final Path DOCUMENTS = Path.of("../../shared/policies");
    private static final Set<String> LINES_FOR_ALL =
            Set.of("medicare-advantage", "medicaid", "commercial", "self-insured", "unknown");

    static List<PolicyFolder> policies() {
        return PolicyFolder.all();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachNoticeIsTaggedUnlessItIsAlwaysShown(PolicyFolder policy) {
        assertThat(policy.ids("notice"))
                .as(
                        "%s: notices that %s tags, against policy.yaml",
                        policy, policy.policy().library())
                .containsExactlyInAnyOrderElementsOf(conditional(policy));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachNoticeIsShownInACase(PolicyFolder policy) {
        assertThat(conditional(policy))
                .as("%s: notices, against those that cases expect", policy)
                .isSubsetOf(named(policy, CaseFile.Expected::notices));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachNoticeIsNotShownInACase(PolicyFolder policy) {
        assertThat(conditional(policy))
                .as("%s: notices, against those that cases expect not to be shown", policy)
                .isSubsetOf(named(policy, CaseFile.Expected::noNotices));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void casesMeetTheLinesOfBusiness(PolicyFolder policy) throws IOException {
        LinesOfBusiness lines =
                PolicyReader.linesOfBusiness(Files.readString(Path.of("shared/lines-of-business.yaml")));
        Set<String> wanted = new TreeSet<>(LINES_FOR_ALL);
        wanted.addAll(policy.payer().plans().values());
        assertThat(policy.cases().stream()
                        .map(text -> CaseQuestion.line(text.member(), policy.payer(), lines)
                                .orElse("unknown")))
                .as("%s: lines of business of the members in the cases", policy)
                .containsAll(wanted);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void casesStandOnTheFirstDayInForceAndOnTheDayBefore(PolicyFolder policy) {
        LocalDate first = policy.policy().inForce().from();
        assertThat(policy.cases())
                .extracting(CaseFile.Text::on)
                .as("%s: days of the cases", policy)
                .contains(first.toString(), first.minusDays(1).toString());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theDocumentIsTheOneThatWasRead(PolicyFolder policy) throws IOException {
        Path document = policy.payer().demonstration()
                ? PolicyFolder.POLICIES.resolve(policy.name()).resolve("policy.md")
                : DOCUMENTS.resolve(policy.payer().key() + ".txt");
        assumeTrue(
                Files.exists(document),
                () -> "NOT CHECKED: " + policy + " encodes a document that is not at " + document);
        assertThat(policy.policy().document().sha256())
                .as("%s: document.sha256 in policy.yaml, against %s", policy, document)
                .isEqualTo(PolicyReader.hash(Files.readString(document)));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachFactHasWordsForPeople(PolicyFolder policy) throws IOException {
        assertThat(policy.ids("fact"))
                .as(
                        "%s: facts that %s tags, against shared/facts.yaml",
                        policy, policy.policy().library())
                .isSubsetOf(PolicyReader.factWords(Files.readString(Path.of("shared/facts.yaml")))
                        .keySet());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void plansLeadToLinesOfBusinessThatThereAre(PolicyFolder policy) {
        assertThat(policy.payer().plans().values())
                .as("%s: lines of business of the plans in payer.yaml", policy)
                .isSubsetOf(Terminology.codes("https://precert.dev/fhir/CodeSystem/line-of-business"));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachFormIsInTheFolder(PolicyFolder policy) {
        assertThat(policy.policy().questionnaires().values())
                .as("%s: files of the questionnaires in policy.yaml", policy)
                .allMatch(file -> Files.exists(
                        PolicyFolder.POLICIES.resolve(policy.name()).resolve(file)));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void eachFormThatIsAskedForIsListed(PolicyFolder policy) {
        List<String> asked = new ArrayList<>(policy.policy().asksWith().stream().toList());
        policy.policy().statements().stream()
                .flatMap(statement -> statement.paperwork().stream())
                .forEach(paperwork -> asked.add(paperwork.questionnaire()));
        assertThat(policy.policy().questionnaires().keySet())
                .as("%s: questionnaires in policy.yaml, against those that asks-with and paperwork name", policy)
                .containsAll(asked);
    }

    /** An always-shown notice has no condition, and so no define and no case of its own. */
    private static List<String> conditional(PolicyFolder policy) {
        return policy.policy().notices().stream()
                .filter(notice -> !notice.always())
                .map(Notice::id)
                .toList();
    }

    private static List<String> named(PolicyFolder policy, Function<CaseFile.Expected, @Nullable List<String>> ids) {
        List<String> all = new ArrayList<>();
        policy.cases().forEach(text -> all.addAll(requireNonNullElse(ids.apply(text.expect()), List.<String>of())));
        return all;
    }
}
