package org.precert.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.precert.staff.Staff;
import org.precert.storage.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The sessions of all nodes, in the database, by the hashes of what browsers hold. They are looked up at each call: one that was
 * ended is over at once, everywhere, and one that was not outlives each node.
 */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** So that reading does not write each time. */
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration life;
    private final Duration idle;
    private final SessionJson json = new SessionJson();

    Sessions(JdbcTemplate jdbc, Clock clock, SignInProperties.Session limits) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.life = limits.life();
        this.idle = limits.idle();
    }

    /** A session that is open. */
    record Open(String person, String subject, Staff staff, Instant started, Instant seen) {}

    /** @return what its browser holds, which is kept nowhere else */
    public String start(Staff staff, String subject) {
        sweep();
        String value = Cookies.randomValue();
        Instant now = clock.instant();
        jdbc.update(
                "insert into staff_session (session_hash, person, subject, facts, started_at, seen_at, ends_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                Sha256.hex(value),
                staff.person().id(),
                subject,
                json.write(staff),
                utc(now),
                utc(now),
                utc(now.plus(life)));
        return value;
    }

    Optional<Staff> find(String value) {
        Instant now = clock.instant();
        String hash = Sha256.hex(value);
        Optional<Open> found =
                open("where session_hash = ? and ends_at > ? and seen_at > ?", hash, utc(now), utc(now.minus(idle)))
                        .stream()
                        .findFirst();
        if (found.isPresent() && found.get().seen().isBefore(now.minus(SEEN_AGAIN))) {
            jdbc.update("update staff_session set seen_at = ? where session_hash = ?", utc(now), hash);
        }
        return found.map(Open::staff);
    }

    /** All that are open, the last begun first. */
    List<Open> open() {
        Instant now = clock.instant();
        return open(
                "where ends_at > ? and seen_at > ? order by started_at desc, session_hash",
                utc(now),
                utc(now.minus(idle)));
    }

    private List<Open> open(String which, Object... arguments) {
        return jdbc.query(
                "select person, subject, facts, started_at, seen_at from staff_session " + which,
                (row, number) -> new Open(
                        row.getString("person"),
                        row.getString("subject"),
                        json.read(row.getString("person"), row.getString("facts")),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()),
                arguments);
    }

    void end(String value) {
        jdbc.update("delete from staff_session where session_hash = ?", Sha256.hex(value));
    }

    /** @return how many there were */
    int endAllOf(String person) {
        return jdbc.update("delete from staff_session where person = ?", person);
    }

    private void sweep() {
        Instant now = clock.instant();
        try {
            jdbc.update("delete from staff_session where ends_at < ? or seen_at < ?", utc(now), utc(now.minus(idle)));
        } catch (DataAccessException e) {
            LOG.warn("Sessions of the past were not removed: {}", e.getClass().getSimpleName());
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
