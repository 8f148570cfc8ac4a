package org.precert.cases.metrics;

import java.util.Set;
import org.precert.clocks.Subject;

/**
 * What a report is asked for.
 *
 * @param payers keys; none means all
 */
record Question(ReportYear year, Subject subject, Level level, Set<String> payers) {

    Question {
        payers = Set.copyOf(payers);
    }

    boolean isAbout(Where where) {
        return payers.isEmpty() || payers.contains(where.payer());
    }
}
