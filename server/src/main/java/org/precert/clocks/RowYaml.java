package org.precert.clocks;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row, as it stands in the file. */
record RowYaml(
        @Nullable String id,
        @Nullable List<String> lines,
        @Nullable String subject,
        @Nullable String urgency,
        @Nullable List<String> states,
        @Nullable Integer hours,
        @Nullable Integer calendarDays,
        @Nullable Integer extensionDays,
        @Nullable String from,
        @Nullable String until,
        @Nullable String status,
        @Nullable List<String> replaces,
        @Nullable String citation,
        @Nullable String note) {

    /** @param known codes of the lines of business */
    ClockRule rule(Set<String> known) {
        RowText row = new RowText(id == null ? "" : id);
        row.required("id", id);
        LocalDate first = row.date("from", from);
        Optional<LocalDate> last = Optional.ofNullable(until).map(day -> row.date("until", day));
        if (last.filter(first::isAfter).isPresent()) {
            throw row.refused("ends before it starts");
        }
        return new ClockRule(
                row.id(),
                row.lines(lines, known),
                row.oneOrAll("subject", subject, Subject.values(), Subject::word),
                row.oneOrAll("urgency", urgency, Urgency.values(), Urgency::word),
                row.states(states),
                row.time(hours, calendarDays),
                Period.ofDays(extensionDays == null ? 0 : row.positive("extension-days", extensionDays)),
                first,
                last,
                row.one("status", status, Status.values(), Status::word),
                replaces == null ? Set.of() : Set.copyOf(replaces),
                row.required("citation", citation),
                note == null ? "" : note);
    }
}
