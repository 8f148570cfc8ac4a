package org.precert.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy and what an order says of it, built statement by statement: the input of the adjudicator. */
final class Chart {

    private final List<Statement> statements = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Answer criteriaMet = Answer.YES;

    /** A statement that is asked of these facts; its answer is theirs, joined by CQL's "and". */
    Chart statement(String label, Determination determination, Finding... facts) {
        statements.add(new Statement(
                label, determination, "says " + label, "page 1", Optional.empty(), Optional.empty(), List.of()));
        findings.add(new Finding(label, label, all(List.of(facts)), List.of(), List.of(facts)));
        return this;
    }

    Chart criteriaMet(Answer answer) {
        criteriaMet = answer;
        return this;
    }

    static Finding fact(String name, Answer answer) {
        return new Finding(name, name + " is in scope", answer, List.of(), List.of());
    }

    private static Answer all(List<Finding> facts) {
        List<Answer> answers = facts.stream().map(Finding::answer).toList();
        if (answers.contains(Answer.NO)) {
            return Answer.NO;
        }
        return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
    }

    List<Statement> statements() {
        return List.copyOf(statements);
    }

    Findings findings() {
        return new Findings(findings, List.of(), criteriaMet, List.of(), List.of(), List.of());
    }

    Decision decide() {
        return Adjudicator.decide(statements(), findings());
    }
}
