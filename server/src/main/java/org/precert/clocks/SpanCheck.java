package org.precert.clocks;

import java.time.LocalDate;
import java.util.List;

/** Refuses a table that would leave the answer to chance, or somebody without one. */
final class SpanCheck {

    private SpanCheck() {}

    /** The spans come in the order of their first days. */
    static void refuseOverlap(Cell cell, List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            Span earlier = spans.get(i - 1);
            Span later = spans.get(i);
            if (!later.from().isAfter(earlier.until())) {
                throw new InvalidClocks("rows '" + earlier.rule().id() + "' and '"
                        + later.rule().id() + "' both count on " + later.from() + " for " + cell.words());
            }
        }
    }

    static void refuseGap(Cell cell, List<Span> spans, LocalDate start) {
        LocalDate next = start;
        String after = "";
        for (Span span : spans) {
            if (span.from().isAfter(next)) {
                throw gap(cell, next, after + ", before row '" + span.rule().id() + "'");
            }
            if (span.until().equals(LocalDate.MAX)) {
                return;
            }
            next = span.until().plusDays(1);
            after = ", after row '" + span.rule().id() + "'";
        }
        throw gap(cell, next, after);
    }

    private static InvalidClocks gap(Cell cell, LocalDate day, String where) {
        return new InvalidClocks("no row counts on " + day + " for " + cell.words() + where);
    }
}
