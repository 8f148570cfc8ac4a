package org.precert.pas.call;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** Reads FHIR dates as they were written: a day counts in its writer's own time zone, and a month or a year has two ends. */
final class WrittenDays {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private WrittenDays() {}

    /** The days of an element that has a date or a Period, as {@code serviced[x]}; empty where it has neither. */
    static Optional<DateRange> of(Spot parent, String name) {
        Spot date = parent.at(name + "Date");
        if (date.isThere()) {
            return some(new DateRange(first(date.text()), last(date.text())));
        }
        return period(parent.at(name + "Period"));
    }

    static Optional<DateRange> period(Spot period) {
        return some(new DateRange(
                first(period.at("start").text()), last(period.at("end").text())));
    }

    static Optional<LocalDate> first(String text) {
        return read(text, false);
    }

    static Optional<LocalDate> last(String text) {
        return read(text, true);
    }

    /** Whether the text is one day and no more, {@code 2026-05-02} (PAS, FullDateRule). */
    static boolean isFullDate(String text) {
        return text.length() == DAY && first(text).isPresent();
    }

    private static Optional<DateRange> some(DateRange range) {
        return range.from().isEmpty() && range.until().isEmpty() ? Optional.empty() : Optional.of(range);
    }

    private static Optional<LocalDate> read(String text, boolean last) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case YEAR ->
                            last
                                    ? Year.parse(text).atMonth(12).atEndOfMonth()
                                    : Year.parse(text).atDay(1);
                        case MONTH ->
                            last
                                    ? YearMonth.parse(text).atEndOfMonth()
                                    : YearMonth.parse(text).atDay(1);
                        default -> LocalDate.parse(text.substring(0, Math.min(DAY, text.length())));
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
