package org.precert.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Whether the database answers, and its clock is that of this node: leases and deadlines of several nodes stand in it, and a node
 * that is ahead takes what others hold. One question tells both.
 */
final class DatabaseHealth extends AbstractHealthIndicator {

    private static final Duration MOST = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;
    private final Clock clock;

    /** The machine's clock, which is what can be wrong. */
    DatabaseHealth(DataSource database) {
        this(database, Clock.systemUTC());
    }

    DatabaseHealth(DataSource database, Clock clock) {
        super("The database did not answer");
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            Instant before = clock.instant();
            try (ResultSet row = statement.executeQuery("select current_timestamp")) {
                row.next();
                Duration skew =
                        skew(before, row.getObject(1, OffsetDateTime.class).toInstant(), clock.instant());
                health.status(skew.compareTo(MOST) > 0 ? "DOWN" : "UP").withDetail("clockSkewMillis", skew.toMillis());
            }
        }
    }

    /** As far as it is certain: the answer was made between the question and its arrival. */
    static Duration skew(Instant asked, Instant told, Instant answered) {
        if (told.isBefore(asked)) {
            return Duration.between(told, asked);
        }
        return told.isAfter(answered) ? Duration.between(answered, told) : Duration.ZERO;
    }
}
