package org.precert.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads FHIR dates as they were written: a day counts in its writer's own time zone, and a month or a year has two ends. */
public final class WrittenDate {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private WrittenDate() {}

    /** The day, if the text names one. */
    public static Optional<LocalDate> day(@Nullable String text) {
        return text == null || text.length() < DAY ? Optional.empty() : first(text);
    }

    /** The first day of what the text names. */
    public static Optional<LocalDate> first(@Nullable String text) {
        return read(text, false);
    }

    /** The last one. */
    public static Optional<LocalDate> last(@Nullable String text) {
        return read(text, true);
    }

    private static Optional<LocalDate> read(@Nullable String text, boolean last) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
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
