package org.precert.clocks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what stands in one row, and names the row where it can not be. */
record RowText(String id) {

    InvalidClocks refused(String message) {
        return InvalidClocks.row(id, message);
    }

    String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw refused("'" + name + "' is missing");
        }
        return value;
    }

    LocalDate date(String name, @Nullable String value) {
        try {
            return LocalDate.parse(required(name, value));
        } catch (DateTimeParseException e) {
            throw new InvalidClocks("row '" + id + "': '" + name + "' is no date: " + value, e);
        }
    }

    int positive(String name, int value) {
        if (value < 1) {
            throw refused("'" + name + "' is not above zero");
        }
        return value;
    }

    AllowedTime time(@Nullable Integer hours, @Nullable Integer calendarDays) {
        if (hours != null && calendarDays == null) {
            return new AllowedTime.Hours(positive("hours", hours));
        }
        if (calendarDays != null && hours == null) {
            return new AllowedTime.CalendarDays(positive("calendar-days", calendarDays));
        }
        throw refused("needs 'hours' or 'calendar-days', and not both");
    }

    <T> T one(String name, @Nullable String value, T[] all, Function<T, String> word) {
        String wanted = required(name, value);
        return Stream.of(all)
                .filter(each -> word.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> refused("'" + name + "' can not be '" + wanted + "'"));
    }

    <T> Set<T> oneOrAll(String name, @Nullable String value, T[] all, Function<T, String> word) {
        return value == null ? ordered(List.of(all)) : Set.of(one(name, value, all, word));
    }

    Set<String> lines(@Nullable List<String> lines, Set<String> known) {
        if (lines == null || lines.isEmpty()) {
            throw refused("'lines' is missing");
        }
        for (String line : lines) {
            if (!line.equals(ClockRule.ANY_OTHER) && !known.contains(line)) {
                throw refused("'lines' has '" + line + "', which the table does not name");
            }
        }
        return ordered(lines);
    }

    Set<String> states(@Nullable List<String> states) {
        if (states == null) {
            return Set.of();
        }
        if (states.isEmpty() || !states.stream().allMatch(state -> state.matches("[A-Z]{2}"))) {
            throw refused("'states' are not two capital letters each");
        }
        return ordered(states);
    }

    private static <T> Set<T> ordered(List<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
