package org.precert.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Values as both databases take them. */
final class Column {

    private Column() {}

    /** What callers send may be longer than the column, and PostgreSQL takes no NUL. */
    static String text(String value, int longest) {
        String clean = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        return clean.length() > longest ? clean.substring(0, longest) : clean;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
