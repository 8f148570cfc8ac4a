package org.precert.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Values as both databases take them. */
final class Column {

    private Column() {}

    /** What callers send may be longer than the column, and PostgreSQL takes no NUL. */
    static String text(String value, int longest) {
        String clean = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        return clean.length() > longest ? clean.substring(0, longest) : clean;
    }

    /** In microseconds, which both keep: rounded by them it would not be what was recorded of it. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
