package org.precert.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what was found into a decision. No I/O, no FHIR, no clock: the place to read when someone asks how it is decided.
 */
public final class Adjudicator {

    private Adjudicator() {}

    /**
     * The first statement that applies decides, unless one before it could still apply and would decide otherwise.
     *
     * @param statements in order of precedence
     */
    public static Decision decide(List<Statement> statements, Findings findings) {
        List<Statement> open = new ArrayList<>();
        for (Statement statement : statements) {
            Finding finding = findings.statement(statement.label());
            switch (finding.answer()) {
                case NO -> {}
                case UNKNOWN -> open.add(statement);
                case YES -> {
                    open.removeIf(earlier -> earlier.determination() == statement.determination());
                    return open.isEmpty()
                            ? new Decision.Stated(statement, finding, findings.criteriaMet())
                            : ask(open, findings);
                }
            }
        }
        return open.isEmpty() ? new Decision.NotAddressed(outside(statements, findings)) : ask(open, findings);
    }

    /** What keeps the order out of the statements that come nearest to it: those with the fewest facts against them. */
    private static List<Finding> outside(List<Statement> statements, Findings findings) {
        int fewest = statements.stream()
                .mapToInt(statement -> against(statement, findings))
                .filter(count -> count > 0)
                .min()
                .orElse(0);
        return facts(
                statements.stream()
                        .filter(statement -> against(statement, findings) == fewest)
                        .toList(),
                findings,
                Answer.NO);
    }

    private static int against(Statement statement, Findings findings) {
        return findings.statement(statement.label()).facts(Answer.NO).size();
    }

    private static Decision ask(List<Statement> open, Findings findings) {
        return new Decision.InformationNeeded(open, facts(open, findings, Answer.UNKNOWN));
    }

    /** Each fact once, in the order of the statements that rest on it. */
    private static List<Finding> facts(List<Statement> statements, Findings findings, Answer answer) {
        Map<String, Finding> byName = new LinkedHashMap<>();
        for (Statement statement : statements) {
            findings.statement(statement.label()).facts(answer).forEach(fact -> byName.putIfAbsent(fact.id(), fact));
        }
        return List.copyOf(byName.values());
    }
}
