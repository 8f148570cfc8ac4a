package org.precert.storage;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives a transaction no more time than is left to whoever waits for it: each statement in it may be quick enough, and all of them
 * together too slow.
 *
 * @param database whose connections they run on
 */
public record PatientTransactions(DataSource database) implements TransactionExecutionListener {

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        Optional<Duration> left = Patience.inAll();
        if (left.isPresent()
                && transaction.isNewTransaction()
                && database instanceof CalmDataSource calm
                // H2 would keep the time as one of its connection, which others get after this.
                && calm.hasTimeouts()
                && TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder holder
                && !holder.hasTimeout()) {
            holder.setTimeoutInMillis(Math.max(1, left.get().toMillis()));
        }
    }
}
