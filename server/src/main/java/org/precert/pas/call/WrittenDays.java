package org.precert.pas.call;

import java.time.LocalDate;
import java.util.Optional;
import org.precert.review.WrittenDate;

/** Reads the days of elements. */
final class WrittenDays {

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
        return WrittenDate.first(text);
    }

    static Optional<LocalDate> last(String text) {
        return WrittenDate.last(text);
    }

    /** Whether the text is one day and no more, {@code 2026-05-02} (PAS, FullDateRule). */
    static boolean isFullDate(String text) {
        return text.length() == DAY && first(text).isPresent();
    }

    private static Optional<DateRange> some(DateRange range) {
        return range.from().isEmpty() && range.until().isEmpty() ? Optional.empty() : Optional.of(range);
    }
}
