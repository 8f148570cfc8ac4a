package org.precert.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.precert.decision.Statement;
import org.precert.policy.Payer;
import org.precert.policy.Policy;
import org.precert.policy.PolicyFiles;
import org.precert.policy.PolicyReader;

/** All that a policy folder holds, side by side. */
record PolicyFolder(
        String name, Payer payer, Policy policy, PolicyPage page, PolicyDefines defines, List<CaseFile.Text> cases) {

    static final Path POLICIES = Path.of("policies");

    static List<PolicyFolder> all() {
        PolicyReader reader = new PolicyReader(PolicyFiles.ofDirectory(POLICIES), "");
        List<CaseFile.Case> cases = CaseFile.all(POLICIES);
        return reader.folders().stream()
                .map(folder -> read(folder, reader, cases))
                .toList();
    }

    private static PolicyFolder read(String folder, PolicyReader reader, List<CaseFile.Case> cases) {
        Policy policy = reader.policy(folder);
        Payer payer = reader.payers().stream()
                .filter(each -> each.key().equals(policy.payer()))
                .findFirst()
                .orElseThrow();
        PolicyFiles built = PolicyFiles.ofClasspath(PolicyDesks.POLICIES).below(folder);
        return new PolicyFolder(
                folder,
                payer,
                policy,
                PolicyPage.read(built.required("policy.md")),
                PolicyDefines.of(ElmLibraries.read(built.required(policy.library() + ".elm.json"))),
                cases.stream()
                        .filter(each -> each.policy().equals(folder))
                        .map(CaseFile.Case::text)
                        .toList());
    }

    List<String> labels() {
        return policy.statements().stream().map(Statement::label).toList();
    }

    List<String> ids(String tag) {
        return defines.with(tag).stream().map(PolicyDefines.Tagged::id).toList();
    }

    /** The statements and criteria that the page has. */
    List<Clause> clauses() {
        return Stream.concat(
                        page.statements().stream().map(section -> clause("statement", section)),
                        page.criteria().stream().map(section -> clause("criterion", section)))
                .toList();
    }

    private Clause clause(String tag, PolicyPage.Section section) {
        String define = defines.with(tag).stream()
                .filter(tagged -> tagged.id().equals(section.label()))
                .map(PolicyDefines.Tagged::define)
                .findFirst()
                .orElse("");
        return new Clause(name, section, define, cases);
    }

    /** @param define empty where none carries the clause's tag */
    record Clause(String policy, PolicyPage.Section section, String define, List<CaseFile.Text> cases) {

        long casesWhere(String answer) {
            return cases.stream()
                    .map(text -> text.expect().findings())
                    .filter(findings -> findings != null && answer.equals(findings.get(section.label())))
                    .count();
        }

        @Override
        public String toString() {
            return policy + ", clause " + section.label();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
