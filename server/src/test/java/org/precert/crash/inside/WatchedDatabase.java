package org.precert.crash.inside;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.precert.crash.inside.CrashPoint.Moment;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that tells of each statement and each commit, before and after. */
final class WatchedDatabase extends DelegatingDataSource {

    private final CrashPoint point;

    WatchedDatabase(DataSource source, CrashPoint point) {
        super(source);
        this.point = point;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        StringBuilder transaction = new StringBuilder();
        return proxy(Connection.class, (method, values) -> watched(connection, method, values, transaction));
    }

    private @Nullable Object watched(
            Connection connection, Method method, @Nullable Object @Nullable [] values, StringBuilder transaction)
            throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                point.pass(Moment.BEFORE_COMMIT, transaction.toString());
                @Nullable Object done = call(connection, method, values);
                point.pass(Moment.AFTER_COMMIT, transaction.toString());
                transaction.setLength(0);
                return done;
            }
            case "rollback" -> {
                transaction.setLength(0);
                return call(connection, method, values);
            }
            case "prepareStatement" -> {
                String sql = (String) values[0];
                PreparedStatement statement = (PreparedStatement) call(connection, method, values);
                return proxy(PreparedStatement.class, (each, with) -> watched(statement, each, with, sql, transaction));
            }
            default -> {
                return call(connection, method, values);
            }
        }
    }

    private @Nullable Object watched(
            PreparedStatement statement,
            Method method,
            @Nullable Object @Nullable [] values,
            String sql,
            StringBuilder transaction)
            throws Throwable {
        if (!method.getName().startsWith("execute")) {
            return call(statement, method, values);
        }
        transaction.append(sql).append('\n');
        point.pass(Moment.BEFORE, sql);
        @Nullable Object done = call(statement, method, values);
        point.pass(Moment.AFTER, sql);
        return done;
    }

    private interface Watch {
        @Nullable
        Object call(Method method, @Nullable Object @Nullable [] values) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                WatchedDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> watch.call(method, values)));
    }

    private static @Nullable Object call(Object real, Method method, @Nullable Object @Nullable [] values)
            throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
