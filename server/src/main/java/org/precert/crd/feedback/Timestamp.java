package org.precert.crd.feedback;

import static org.precert.crd.feedback.Parts.malformed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads the time of an outcome. The standard has it in UTC, so a time without a zone is taken to be that. */
final class Timestamp {

    /** What every database can hold. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private Timestamp() {}

    static Instant read(String text, String path) {
        try {
            Instant at =
                    instant(DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
            if (at.isAfter(FIRST) && at.isBefore(LAST)) {
                return at;
            }
        } catch (DateTimeException e) {
            throw notATime(path);
        }
        throw notATime(path);
    }

    private static Instant instant(TemporalAccessor read) {
        return read instanceof OffsetDateTime time
                ? time.toInstant()
                : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    }

    private static RuntimeException notATime(String path) {
        return malformed(path, "This is not a time as ISO 8601 writes it");
    }
}
