package org.precert.evaluation;

import java.util.List;
import java.util.Optional;
import org.precert.decision.Decision;
import org.precert.decision.Findings;
import org.precert.decision.Trace;
import org.precert.policy.Policy;

/**
 * A decision with the policy version that it comes from and all that led to it.
 *
 * @param policy empty where no version is in force
 */
public record Ruling(Optional<Policy> policy, Decision decision, Findings findings, List<Trace> trace) {

    public Ruling {
        trace = List.copyOf(trace);
    }
}
