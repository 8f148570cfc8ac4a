package org.precert.evaluation;

import java.util.List;
import org.precert.decision.Findings;
import org.precert.decision.Trace;

/** What one policy found in one chart, and how it came to it. */
public record Evaluation(Findings findings, List<Trace> trace) {

    public Evaluation {
        trace = List.copyOf(trace);
    }
}
