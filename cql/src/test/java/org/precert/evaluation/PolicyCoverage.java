package org.precert.evaluation;

import java.util.List;

/** Clause, define and cases of each policy in one table: the page to show to a medical director or an auditor. */
record PolicyCoverage(List<PolicyFolder> policies) {

    String markdown() {
        StringBuilder page = new StringBuilder("# What the policies say, and the cases that hold it\n");
        for (PolicyFolder policy : policies) {
            page.append("\n## %s\n\n%s. Version %s, in force from %s.\n\n"
                    .formatted(
                            policy.name(),
                            policy.policy().document().name(),
                            policy.policy().version(),
                            policy.policy().inForce().from()));
            page.append("| clause | says | define | in | out | unknown |\n|---|---|---|--:|--:|--:|\n");
            policy.clauses().forEach(clause -> page.append(row(clause)));
        }
        return page.toString();
    }

    static String row(PolicyFolder.Clause clause) {
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        clause.section().label(),
                        clause.section().says().replace("|", "\\|"),
                        clause.define(),
                        number(clause, "in"),
                        number(clause, "out"),
                        number(clause, "unknown"));
    }

    private static String number(PolicyFolder.Clause clause, String answer) {
        return clause.section().notApplicable().contains(answer) ? "n/a" : "" + clause.casesWhere(answer);
    }
}
