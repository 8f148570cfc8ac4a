package org.precert.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is recorded, by time. */
public final class AuditLinks {

    private static final String PAGE = """
            select chain, number, at, kind, body, previous, hash from audit_link
            where at >= ? and at < ? and (at > ? or at = ? and (chain > ? or chain = ? and number > ?))
            order by at, chain, number limit ?""";
    private static final String ONE = """
            select chain, number, at, kind, body, previous, hash from audit_link where chain = ? and number = ?""";
    private static final OffsetDateTime FIRST = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcTemplate jdbc;

    AuditLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from inclusive
     * @param until exclusive
     */
    public record Period(Instant from, Instant until) {}

    /** After which link a page begins. */
    public record Place(Instant at, int chain, long number) {

        private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-(\\d{1,4})-(\\d{1,18})");
        private static final long MICROS = 1_000_000;

        public static Optional<Place> of(String token) {
            Matcher matcher = TOKEN.matcher(token);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            long micros = Long.parseLong(matcher.group(1));
            Instant at = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000);
            return Optional.of(new Place(at, Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))));
        }

        /** For the address of the next page. */
        public String token() {
            return at.getEpochSecond() * MICROS + at.getNano() / 1000 + "-" + chain + "-" + number;
        }
    }

    /** What was recorded, first things first. */
    public List<Link> find(Period period, Optional<Place> after, int limit) {
        OffsetDateTime at =
                after.map(each -> each.at().atOffset(ZoneOffset.UTC)).orElse(FIRST);
        int chain = after.map(Place::chain).orElse(-1);
        return jdbc.query(
                PAGE,
                (row, index) -> Chains.link(row),
                period.from().atOffset(ZoneOffset.UTC),
                period.until().atOffset(ZoneOffset.UTC),
                at,
                at,
                chain,
                chain,
                after.map(Place::number).orElse(0L),
                limit);
    }

    public Optional<Link> find(int chain, long number) {
        return jdbc.query(ONE, (row, index) -> Chains.link(row), chain, number).stream()
                .findFirst();
    }

    /** What a link says, as JSON. */
    public static JsonNode body(Link link) {
        return EntryJson.read(link);
    }
}
