package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionListenersTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void whoeverListensToTransactionsHearsOfEach() {
        TransactionExecutionListener listener = new TransactionExecutionListener() {
            @Override
            public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
                heard.add("commit");
            }
        };
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        PlatformTransactionManager transactions = new PlatformConfiguration()
                .transactionManager(
                        database,
                        new StaticListableBeanFactory(Map.of("listener", listener))
                                .getBeanProvider(TransactionExecutionListener.class));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> assertThat(heard).isEmpty());
        assertThat(heard).containsExactly("commit");
    }
}
