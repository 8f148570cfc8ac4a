package org.precert.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** What it means that the database did not do what it was asked: told by SQLSTATE, for drivers' and Spring's classes differ. */
public enum Trouble {
    /** It is not there, or went away; of a commit that was under way nobody knows what became. */
    AWAY,
    /** Others wanted the same at the same time: nothing was kept, and the same again may succeed at once. */
    CONTENDED,
    /** It took longer than anybody may wait. */
    SLOW,
    /** Waiting does not help. */
    OTHER;

    /** Closed, or closing, in H2, which has its own numbers for it. */
    private static final Set<String> H2_AWAY = Set.of("90067", "90098", "90121");

    /** What the pool says, without a state, of a connection that it gave up after the first trouble. */
    private static final String CLOSED = "Connection is closed";

    private static final int DEEPEST = 20;

    public static Trouble of(Throwable trouble) {
        Throwable each = trouble;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            Trouble found = each instanceof TransactionTimedOutException
                    ? SLOW
                    : each instanceof SQLException sql ? of(sql) : OTHER;
            if (found != OTHER) {
                return found;
            }
            each = before(each);
        }
        return OTHER;
    }

    /** What led to it; where a rollback failed too, what it was for. */
    private static @Nullable Throwable before(Throwable trouble) {
        return trouble instanceof TransactionSystemException failed && failed.getApplicationException() != null
                ? failed.getApplicationException()
                : trouble.getCause();
    }

    private static Trouble of(SQLException trouble) {
        String state = String.valueOf(trouble.getSQLState());
        if (state.equals("40001") || state.equals("40P01")) {
            return CONTENDED;
        }
        if (state.equals("55P03") || state.equals("57014") || state.equals("HYT00")) {
            return SLOW;
        }
        boolean away = state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("53300")
                || state.equals("25P03")
                || H2_AWAY.contains(state)
                || CLOSED.equals(trouble.getMessage())
                || trouble instanceof SQLTransientConnectionException;
        return away ? AWAY : OTHER;
    }

    /** @return whether the same may succeed later, so that the caller may send it again */
    public boolean mayPass() {
        return this != OTHER;
    }
}
