package org.precert.dtr.trouble;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precert.storage.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps reports: what the same client reports again in the same hour is counted in the row that is there, so a form that
 * fails in a loop adds no rows. Every text in a row is a word of ours or of FHIR, or the id of a registered client.
 */
final class TroubleLog {

    private static final String AGAIN = "update dtr_trouble set times = times + ?, last_at = ? where id = ?";
    private static final String FIRST = """
            insert into dtr_trouble (times, last_at, id, received_at, client, questionnaire, version, severity, code,
              detail, library, define, line)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_CLIENT = 200;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TroubleLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param client the id of the registered client, or nothing */
    void keep(String client, List<Trouble> reported) {
        Map<Trouble, Long> times = new LinkedHashMap<>();
        reported.forEach(each -> times.merge(each, 1L, Long::sum));
        times.forEach((trouble, count) -> keep(client, trouble, count));
    }

    private void keep(String client, Trouble trouble, long times) {
        Instant now = clock.instant();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        String id = id(client, trouble, now);
        if (jdbc.update(AGAIN, times, at, id) > 0) {
            return;
        }
        Issue issue = trouble.issue();
        try {
            jdbc.update(
                    FIRST,
                    times,
                    at,
                    id,
                    at,
                    cut(client, LONGEST_CLIENT),
                    cut(trouble.form().canonical(), LONGEST_NAME),
                    cut(trouble.form().version(), LONGEST_NAME),
                    issue.severity(),
                    issue.code(),
                    issue.detail(),
                    cut(issue.place().library(), LONGEST_NAME),
                    cut(issue.place().define(), LONGEST_NAME),
                    issue.place().line());
        } catch (DuplicateKeyException e) {
            // Another call was faster.
            jdbc.update(AGAIN, times, at, id);
        }
    }

    private static String id(String client, Trouble trouble, Instant now) {
        String same = String.join(
                "\n",
                client,
                trouble.toString(),
                now.truncatedTo(ChronoUnit.HOURS).toString());
        return Sha256.hex(same);
    }

    private static String cut(String name, int longest) {
        return name.length() > longest ? name.substring(0, longest) : name;
    }
}
