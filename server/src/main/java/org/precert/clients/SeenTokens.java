package org.precert.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers which tokens were used, in the database: of all nodes that insert the same one, the primary key lets one
 * through. To be called outside of any transaction, for the insert must be seen by all at once.
 */
final class SeenTokens {

    private static final Logger LOG = LoggerFactory.getLogger(SeenTokens.class);
    private static final String ADD = "insert into seen_token (issuer, jti, expires_at) values (?, ?, ?)";
    private static final String PURGE = "delete from seen_token where expires_at < ?";
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);

    /** A node whose clock is ahead must not forget what another one would still accept. */
    private static final Duration KEPT_LONGER = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Executor purges;
    private final AtomicReference<Instant> nextPurge;

    /** @param purges runs what no call should wait for */
    SeenTokens(JdbcTemplate jdbc, Clock clock, Executor purges) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.purges = purges;
        this.nextPurge = new AtomicReference<>(Instant.MIN);
    }

    /** @param until when the token could be accepted */
    boolean isFirstUse(String issuer, String jti, Instant until) {
        purgeIfDue();
        try {
            jdbc.update(ADD, issuer, jti, utc(until));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void purgeIfDue() {
        Instant now = clock.instant();
        Instant due = nextPurge.get();
        if (!now.isBefore(due) && nextPurge.compareAndSet(due, now.plus(BETWEEN_PURGES))) {
            purges.execute(() -> purge(now.minus(KEPT_LONGER)));
        }
    }

    private void purge(Instant before) {
        try {
            jdbc.update(PURGE, utc(before));
        } catch (DataAccessException e) {
            LOG.warn("Tokens of the past were not removed: {}", e.getClass().getSimpleName());
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
