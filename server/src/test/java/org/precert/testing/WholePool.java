package org.precert.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/** Every connection that a server may have, held: it waits for its database until they are given back. */
public final class WholePool implements AutoCloseable {

    private final Deque<Connection> held = new ArrayDeque<>();

    public WholePool(DataSource database) throws SQLException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        while (held.size() < pool.getMaximumPoolSize()) {
            held.push(pool.getConnection());
        }
    }

    @Override
    public void close() throws SQLException {
        while (!held.isEmpty()) {
            held.pop().close();
        }
    }
}
