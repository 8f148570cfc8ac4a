package org.precert.decision;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * Everything that one evaluation of one policy found.
 *
 * @param statements a finding for each statement of the policy
 * @param criteria a finding for each criterion; empty for a policy without
 * @param criteriaMet whether the criteria, as the policy combines them, are met; YES for a policy without
 * @param notices the ids of the notices that hold
 * @param candidates what could fill a missing fact, offered and never assumed
 * @param hints words that speak of a fact where no code does
 */
public record Findings(
        List<Finding> statements,
        List<Finding> criteria,
        Answer criteriaMet,
        List<String> notices,
        List<Evidence> candidates,
        List<Evidence> hints) {

    public Findings {
        statements = List.copyOf(statements);
        criteria = List.copyOf(criteria);
        notices = List.copyOf(notices);
        candidates = List.copyOf(candidates);
        hints = List.copyOf(hints);
    }

    /** Nothing was asked, so nothing was found. */
    public static Findings none() {
        return new Findings(List.of(), List.of(), Answer.UNKNOWN, List.of(), List.of(), List.of());
    }

    public Finding statement(String label) {
        return statements.stream()
                .filter(finding -> finding.id().equals(label))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No finding for statement " + label));
    }
}
