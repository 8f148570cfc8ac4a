package org.precert.cases.metrics;

import java.time.Instant;
import java.util.List;
import org.precert.clocks.Subject;

/**
 * The public metrics of a year.
 *
 * @param asOf when they were counted
 * @param isOver whether the year is: then nothing changes any more
 * @param required what needs prior authorization: metric 1
 */
record Report(
        ReportYear year,
        Subject subject,
        Level level,
        Instant asOf,
        boolean isOver,
        List<RequiredItem> required,
        List<Group> groups,
        List<Definition> definitions) {

    Report {
        required = List.copyOf(required);
        groups = List.copyOf(groups);
        definitions = List.copyOf(definitions);
    }

    /** A contract, state, plan, issuer or payer. */
    record Group(String name, List<Figure> figures) {}

    String subjectWord() {
        return subject == Subject.DRUG ? "drugs" : "services";
    }
}
