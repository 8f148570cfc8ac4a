package org.precert.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
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

    private final BooleanSupplier hasRoom;
    private final boolean hasTimeouts;
    private final LongSupplier nanos;
    private final AtomicReference<Long> awayUntil = new AtomicReference<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    /**
     * @param pool of connections
     * @param hasRoom whether it could have another connection: who waits in vain though finds that the database is away
     * @param hasTimeouts whether its connections know time limits
     */
    public CalmDataSource(DataSource pool, BooleanSupplier hasRoom, boolean hasTimeouts) {
        this(pool, hasRoom, hasTimeouts, System::nanoTime);
    }

    CalmDataSource(DataSource pool, BooleanSupplier hasRoom, boolean hasTimeouts, LongSupplier nanos) {
        super(pool);
        this.hasRoom = hasRoom;
        this.hasTimeouts = hasTimeouts;
        this.nanos = nanos;
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
        Connection connection;
        try {
            connection = super.getConnection();
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.AWAY && hasRoom.getAsBoolean()) {
                boolean first = awayUntil.getAndSet(nanos.getAsLong() + REST.toNanos()) == null;
                if (first) {
                    LOG.error("The database is away: {}", String.valueOf(e.getSQLState()));
                }
            }
            throw e;
        }
        if (hasTimeouts) {
            limit(connection);
        }
        return connection;
    }

    private static void limit(Connection connection) throws SQLException {
        var patience = Patience.current();
        if (patience.isPresent()) {
            // The pool sets its own again when it gets the connection back.
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(patience.get().toMillis()));
        }
    }
}
