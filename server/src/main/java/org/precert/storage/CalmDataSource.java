package org.precert.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends connections with the patience of whoever asks. While the database is away one caller at a time finds out whether it is
 * back, and the others are told at once: else every thread of the server would wait for it, and calls behind them.
 */
public final class CalmDataSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(CalmDataSource.class);

    /** As long as it counts as away after somebody waited for it in vain. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** Who waited for less can not say that it is away. */
    private static final Duration FAIR = Duration.ofSeconds(1);

    private final Lending pool;
    private final BooleanSupplier hasRoom;
    private final boolean hasTimeouts;
    private final LongSupplier nanos;
    private final AtomicReference<Long> awayUntil = new AtomicReference<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    /** Lends as the pool does, but to those who wait for less than others. */
    @FunctionalInterface
    public interface Lending {

        /** @param most that is waited for a connection; never more than the pool's own time */
        Connection within(Duration most) throws SQLException;
    }

    /**
     * @param source of connections
     * @param pool the same, for those in a hurry
     * @param hasRoom whether it could have another connection: who waits in vain though finds that the database is away
     * @param hasTimeouts whether its connections know time limits
     */
    public CalmDataSource(DataSource source, Lending pool, BooleanSupplier hasRoom, boolean hasTimeouts) {
        this(source, pool, hasRoom, hasTimeouts, System::nanoTime);
    }

    CalmDataSource(DataSource source, Lending pool, BooleanSupplier hasRoom, boolean hasTimeouts, LongSupplier nanos) {
        super(source);
        this.pool = pool;
        this.hasRoom = hasRoom;
        this.hasTimeouts = hasTimeouts;
        this.nanos = nanos;
    }

    /** Whether its connections know time limits. */
    boolean hasTimeouts() {
        return hasTimeouts;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Long until = awayUntil.get();
        if (until == null) {
            return lend();
        }
        if (nanos.getAsLong() - until < 0 || !asked.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("The database was away a moment ago", "08001");
        }
        try {
            Connection connection = lend();
            awayUntil.set(null);
            LOG.info("The database is back");
            return connection;
        } finally {
            asked.set(false);
        }
    }

    private Connection lend() throws SQLException {
        Optional<Duration> patience = Patience.current();
        if (patience.filter(Duration::isZero).isPresent()) {
            throw new SQLTimeoutException("Whoever asks has waited for the database as long as may be", "57014");
        }
        Connection connection;
        try {
            connection = patience.isPresent() ? pool.within(patience.get()) : super.getConnection();
        } catch (SQLException e) {
            boolean fair = patience.map(time -> time.compareTo(FAIR) >= 0).orElse(true);
            if (fair && Trouble.of(e) == Trouble.AWAY && hasRoom.getAsBoolean()) {
                boolean first = awayUntil.getAndSet(nanos.getAsLong() + REST.toNanos()) == null;
                if (first) {
                    LOG.error("The database is away: {}", String.valueOf(e.getSQLState()));
                }
            }
            throw e;
        }
        if (hasTimeouts && patience.isPresent()) {
            // The pool sets its own again when it gets the connection back.
            connection.setNetworkTimeout(Runnable::run, millis(patience.get()));
        }
        return connection;
    }

    /** Nothing would be no limit. */
    private static int millis(Duration time) {
        return Math.toIntExact(Math.max(1, time.toMillis()));
    }
}
