package org.precert.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class TroubleTest {

    @ParameterizedTest
    @CsvSource({
        "08001, AWAY",
        "08006, AWAY",
        "08007, AWAY",
        "57P01, AWAY",
        "57P02, AWAY",
        "57P03, AWAY",
        "53300, AWAY",
        "25P03, AWAY",
        "90098, AWAY",
        "40001, CONTENDED",
        "40P01, CONTENDED",
        "55P03, SLOW",
        "57014, SLOW",
        "HYT00, SLOW",
        "23505, OTHER",
        "42P01, OTHER",
        "22001, OTHER",
        "25006, OTHER"
    })
    void isToldByTheStateHoweverDeepItLies(String state, Trouble expected) {
        SQLException sql = new SQLException("of the driver", state);
        assertThat(Trouble.of(sql)).isEqualTo(expected);
        assertThat(Trouble.of(new CannotCreateTransactionException(
                        "of Spring", new DataAccessResourceFailureException("of Spring", sql))))
                .isEqualTo(expected);
    }

    @Test
    void whereTheRollbackFailedTooItIsToldByWhatTheRollbackWasFor() {
        TransactionSystemException rollback =
                new TransactionSystemException("of Spring", new SQLException("of the rollback"));
        rollback.initApplicationException(
                new DataAccessResourceFailureException("of Spring", new SQLException("of the driver", "08006")));
        assertThat(Trouble.of(rollback)).isEqualTo(Trouble.AWAY);
    }

    @Test
    void aPoolThatHasNothingToLendIsAwayAndWhatHasNothingToDoWithTheDatabaseIsOther() {
        assertThat(Trouble.of(new SQLTransientConnectionException("timed out"))).isEqualTo(Trouble.AWAY);
        assertThat(Trouble.of(new SQLException("Connection is closed"))).isEqualTo(Trouble.AWAY);
        assertThat(Trouble.of(new SQLException("without a state"))).isEqualTo(Trouble.OTHER);
        assertThat(Trouble.of(new IllegalStateException("of ours"))).isEqualTo(Trouble.OTHER);
    }
}
