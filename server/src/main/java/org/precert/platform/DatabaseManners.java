package org.precert.platform;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.precert.storage.CalmDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * How the server behaves towards its database, whatever its operator wrote into the URL, where that takes precedence. PostgreSQL
 * by itself waits for ever: for a lock, for a client that went away in a transaction, and its driver for a server that hangs.
 */
@Component
final class DatabaseManners implements BeanPostProcessor {

    /** By the driver, in seconds. The socket's is for work that nobody waits for: doors have less patience. */
    private static final Map<String, String> DRIVER = Map.of(
            "ApplicationName", "precert",
            "connectTimeout", "2",
            "loginTimeout", "3",
            "cancelSignalTimeout", "2",
            "socketTimeout", "65",
            "tcpKeepAlive", "true");

    /** In PostgreSQL, in milliseconds. The lock's is shorter than the patience of the doors, so that the connection survives it. */
    private static final String SESSION = "set statement_timeout = 60000; set lock_timeout = 6000;"
            + " set idle_in_transaction_session_timeout = 60000";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        boolean postgres = String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:");
        if (postgres) {
            DRIVER.forEach(pool.getDataSourceProperties()::putIfAbsent);
            if (pool.getConnectionInitSql() == null) {
                pool.setConnectionInitSql(SESSION);
            }
        }
        return new CalmDataSource(pool, most -> lend(pool, most), () -> hasRoom(pool), postgres);
    }

    /** The pool itself can be asked to wait for less; what stands before it, as it is configured, can not. */
    private static Connection lend(HikariDataSource pool, Duration most) throws SQLException {
        boolean hurried = most.toMillis() < pool.getConnectionTimeout() && !pool.isClosed();
        return hurried && pool.getHikariPoolMXBean() instanceof HikariPool itself
                ? itself.getConnection(Math.max(1, most.toMillis()))
                : pool.getConnection();
    }

    private static boolean hasRoom(HikariDataSource pool) {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        return state == null || state.getActiveConnections() < pool.getMaximumPoolSize();
    }
}
