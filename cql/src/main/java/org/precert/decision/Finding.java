package org.precert.decision;

import java.util.List;

/**
 * One clause of a policy, or one fact that it turns on, held against the chart.
 *
 * @param id the clause's label or the fact's name
 * @param define the CQL define that says so, in the policy's words
 * @param evidence what made it so
 * @param restsOn the facts that a clause was asked of; empty for a fact
 */
public record Finding(String id, String define, Answer answer, List<Evidence> evidence, List<Finding> restsOn) {

    public Finding {
        evidence = List.copyOf(evidence);
        restsOn = List.copyOf(restsOn);
    }

    /** The facts of this clause that have the given answer. */
    public List<Finding> facts(Answer wanted) {
        return restsOn.stream().filter(fact -> fact.answer() == wanted).toList();
    }
}
