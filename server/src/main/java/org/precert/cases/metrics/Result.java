package org.precert.cases.metrics;

import java.util.List;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;

/** What a request came to, all its lines together. */
enum Result {
    APPROVED,
    /** All of it, and some of it otherwise than asked: fewer units, another place. */
    APPROVED_OTHERWISE,
    /** Some lines are approved, and some are denied. */
    DENIED_IN_PART,
    DENIED;

    /** @param lines decided ones, one at least */
    static Result of(List<Line> lines) {
        long denied = lines.stream()
                .filter(line -> line.decision() instanceof LineDecision.Denied)
                .count();
        if (denied > 0) {
            return denied == lines.size() ? DENIED : DENIED_IN_PART;
        }
        return lines.stream().anyMatch(line -> line.decision() instanceof LineDecision.Modified)
                ? APPROVED_OTHERWISE
                : APPROVED;
    }

    boolean isApproved() {
        return this == APPROVED || this == APPROVED_OTHERWISE;
    }
}
