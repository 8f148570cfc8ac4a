package org.precert.auditor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.precert.audit.AuditLinks;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** What a search says of dates, in UTC. */
final class Dates {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int PREFIX = 2;
    private static final int DAY = 10;

    private Dates() {}

    /** A day, or an instant with its offset: the whole of it. */
    private record Span(Instant from, Instant until) {}

    static AuditLinks.Period of(List<String> conditions) {
        Instant from = FIRST;
        Instant until = LAST;
        for (String condition : conditions) {
            Span span = span(condition.length() > PREFIX ? condition.substring(PREFIX) : "");
            switch (condition.substring(0, PREFIX)) {
                case "ge" -> from = latest(from, span.from());
                case "gt" -> from = latest(from, span.until());
                case "lt" -> until = earliest(until, span.from());
                case "le" -> until = earliest(until, span.until());
                default -> throw wrong();
            }
        }
        return new AuditLinks.Period(from, until);
    }

    private static Span span(String text) {
        try {
            if (text.length() == DAY) {
                Instant day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                return new Span(day, day.plus(Duration.ofDays(1)));
            }
            Instant at = OffsetDateTime.parse(text).toInstant();
            ChronoUnit unit = at.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? ChronoUnit.SECONDS : ChronoUnit.MICROS;
            return new Span(at, at.plus(1, unit));
        } catch (DateTimeParseException e) {
            throw wrong();
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static InvalidRequest wrong() {
        return new InvalidRequest(Kind.MALFORMED, "date", "A date is ge, gt, le or lt, and a day or an instant");
    }
}
