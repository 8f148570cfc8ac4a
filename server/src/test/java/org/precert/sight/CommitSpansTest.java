package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CommitSpansTest {

    private final List<Work> told = new ArrayList<>();
    private final TransactionTemplate transaction = new TransactionTemplate(manager());

    private static JdbcTransactionManager manager() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        JdbcTransactionManager manager = new JdbcTransactionManager(database);
        manager.addListener(new CommitSpans());
        return manager;
    }

    @AfterEach
    void end() {
        Spans.go(Tracing.OFF);
    }

    @Test
    void aCommitIsToldAndWhatIsTakenBackIsNot() {
        Spans.go(new Telling());
        transaction.executeWithoutResult(status -> assertThat(told).isEmpty());
        assertThat(told).containsExactly(Work.COMMIT);
        transaction.executeWithoutResult(status -> status.setRollbackOnly());
        assertThat(told).containsExactly(Work.COMMIT);
    }

    private final class Telling implements Tracing {

        @Override
        public Span arrival(Correlation correlation) {
            return Span.NONE;
        }

        @Override
        public Span begin(Work work) {
            told.add(work);
            return Span.NONE;
        }

        @Override
        public Span beside(Work work) {
            return begin(work);
        }
    }
}
