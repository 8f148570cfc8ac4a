package org.precert.dtr.adaptive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** A FHIR date: a day, a month or a year, as its first and last day. */
record PartialDate(LocalDate first, LocalDate last) {

    private static final Pattern SHAPE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /** @return nothing for what is no date of the calendar */
    static Optional<PartialDate> of(String text) {
        if (text.length() > "yyyy-mm-dd".length() || !SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 ->
                            between(
                                    Year.parse(text).atMonth(1),
                                    Year.parse(text).atMonth(12));
                        case 7 -> between(YearMonth.parse(text), YearMonth.parse(text));
                        default -> new PartialDate(LocalDate.parse(text), LocalDate.parse(text));
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A month is neither before nor after its own days. */
    Likeness compare(PartialDate other) {
        if (equals(other)) {
            return Likeness.EQUAL;
        }
        if (last.isBefore(other.first)) {
            return Likeness.LESS;
        }
        return first.isAfter(other.last) ? Likeness.GREATER : Likeness.APART;
    }

    private static PartialDate between(YearMonth first, YearMonth last) {
        return new PartialDate(first.atDay(1), last.atEndOfMonth());
    }
}
