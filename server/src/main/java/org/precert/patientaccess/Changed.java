package org.precert.patientaccess;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * A span of time.
 *
 * @param from the first moment
 * @param until the end, which is not part of it
 */
record Changed(Instant from, Instant until) {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int PREFIX = 2;

    static final Changed EVER = new Changed(FIRST, LAST);

    /**
     * Reads {@code _lastUpdated}, each with its prefix: eq, ge, gt, le or lt. A day is one of UTC.
     *
     * @throws InvalidRequest for anything else
     */
    static Changed of(List<String> parameters) {
        Changed span = EVER;
        for (String parameter : parameters) {
            span = span.and(one(parameter));
        }
        return span;
    }

    private Changed and(Changed other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = until.isBefore(other.until) ? until : other.until;
        return new Changed(start, end);
    }

    private static Changed one(String text) {
        boolean prefixed = !text.isEmpty() && Character.isLetter(text.charAt(0));
        if (prefixed && text.length() < PREFIX) {
            throw invalid();
        }
        Changed moment = moment(prefixed ? text.substring(PREFIX) : text);
        return switch (prefixed ? text.substring(0, PREFIX) : "eq") {
            case "eq" -> moment;
            case "ge" -> new Changed(moment.from, LAST);
            case "gt" -> new Changed(moment.until, LAST);
            case "le" -> new Changed(FIRST, moment.until);
            case "lt" -> new Changed(FIRST, moment.from);
            default -> throw invalid();
        };
    }

    /** As exact as it is written: a day, a second, or a thousandth, as resources tell theirs. */
    private static Changed moment(String text) {
        try {
            if (!text.contains("T")) {
                Instant start =
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                return within(start, Duration.ofDays(1));
            }
            ChronoUnit exact = text.contains(".") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
            return within(OffsetDateTime.parse(text).toInstant().truncatedTo(exact), exact.getDuration());
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    private static Changed within(Instant start, Duration length) {
        if (start.isBefore(FIRST) || start.plus(length).isAfter(LAST)) {
            throw invalid();
        }
        return new Changed(start, start.plus(length));
    }

    private static InvalidRequest invalid() {
        return new InvalidRequest(
                Kind.MALFORMED,
                "_lastUpdated",
                "_lastUpdated is a date, or a time with its zone, with eq, ge, gt, le or lt before it");
    }
}
