package org.precert.tokens;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.precert.clients.ClientChange;
import org.precert.clients.Scopes;
import org.precert.storage.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The access tokens of all nodes, in the database, by their hashes. They are looked up at each call, by their primary key:
 * what was revoked is refused at once, everywhere.
 */
final class AccessTokens implements ClientChange {

    /** SMART: "SHOULD NOT exceed 300 seconds". */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    /** A node whose clock is ahead must not forget what another one would still take. */
    private static final Duration KEPT_LONGER = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Executor sweeps;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    /** @param sweeps runs what no call should wait for */
    AccessTokens(JdbcTemplate jdbc, Clock clock, Executor sweeps) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sweeps = sweeps;
    }

    /** @return the token itself, which is kept nowhere */
    String issue(AccessToken behind) {
        sweepIfDue();
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.update(
                "insert into access_token (token_hash, client, scopes, certificate, issued_at, expires_at) "
                        + "values (?, ?, ?, ?, ?, ?)",
                Sha256.hex(token),
                behind.client(),
                behind.scopes().text(),
                behind.certificate(),
                utc(now),
                utc(now.plus(LIFE)));
        return token;
    }

    /** @return nothing for what is no token, or none any more */
    Optional<AccessToken> find(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return Optional.empty();
        }
        List<AccessToken> found = jdbc.query(
                "select client, scopes, certificate from access_token where token_hash = ? and expires_at > ?",
                (row, number) -> new AccessToken(row.getString(1), Scopes.asked(row.getString(2)), row.getString(3)),
                Sha256.hex(token),
                utc(clock.instant()));
        return found.stream().findFirst();
    }

    @Override
    public void changed(String client) {
        jdbc.update("delete from access_token where client = ?", client);
    }

    private void sweepIfDue() {
        Instant now = clock.instant();
        Instant due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(BETWEEN_SWEEPS))) {
            sweeps.execute(() -> sweep(now.minus(KEPT_LONGER)));
        }
    }

    private void sweep(Instant before) {
        try {
            jdbc.update("delete from access_token where expires_at < ?", utc(before));
        } catch (DataAccessException e) {
            LOG.warn("Tokens of the past were not removed: {}", e.getClass().getSimpleName());
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
