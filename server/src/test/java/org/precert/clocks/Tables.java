package org.precert.clocks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** The shipped table and small ones, and questions to them. */
final class Tables {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Three rows are enough for a table: commercial ones, and whatever a test adds. */
    static final String HEAD = """
            starts: 2024-01-01
            warn-after-percent: 75
            lines: {commercial: commercial, medicaid: Medicaid}
            rows:
              - {id: slow, lines: ['*'], urgency: standard, calendar-days: 15, extension-days: 15, from: 2024-01-01, status: in-force, citation: A}
              - {id: fast, lines: ['*'], urgency: expedited, hours: 72, from: 2024-01-01, status: in-force, citation: B}
            """;

    private Tables() {}

    static ClockTable shipped(ZoneId zone) {
        return of(text(), zone);
    }

    static ClockTable of(String yaml, ZoneId zone) {
        return ClockTable.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), zone);
    }

    /** With rows in flow style, one a line. */
    static ClockTable with(String... rows) {
        StringBuilder text = new StringBuilder(HEAD);
        for (String row : rows) {
            text.append("  - {").append(row).append("}\n");
        }
        return of(text.toString(), NEW_YORK);
    }

    static String text() {
        try (InputStream file = Tables.class.getResourceAsStream("/clocks.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant newYork(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    /** @param line empty if unknown */
    static ClockQuestion question(String line, Subject subject, Urgency urgency, Instant receivedAt) {
        Optional<String> known = line.isEmpty() ? Optional.empty() : Optional.of(line);
        return new ClockQuestion(known, subject, urgency, "", receivedAt);
    }
}
