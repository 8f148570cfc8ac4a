package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final Duration LIMIT = Duration.ofMillis(20);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean good = true;

    private boolean question() {
        asked.incrementAndGet();
        return good;
    }

    @Test
    void whoeverAsksItIsFoundOutOnceASecond() {
        Check check = new Check(this::question, LIMIT, Runnable::run, nanos::get);
        assertThat(check.works()).isTrue();
        good = false;
        assertThat(check.works()).isTrue();
        assertThat(asked).hasValue(1);
        later(Duration.ofMillis(1001));
        assertThat(check.works()).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatFailsDoesNotWork() {
        assertThat(new Check(
                                () -> {
                                    throw new IllegalStateException("away");
                                },
                                LIMIT,
                                Runnable::run,
                                nanos::get)
                        .works())
                .isFalse();
    }

    @Test
    void nobodyWaitsForWhatHangsAndItIsAskedAgainLater() {
        Deque<Runnable> beside = new ArrayDeque<>();
        Check check = new Check(this::question, LIMIT, beside::add, nanos::get);
        assertThat(check.works()).isFalse();
        later(Duration.ofSeconds(9));
        assertThat(check.works()).isFalse();
        assertThat(beside).hasSize(1);
        later(Duration.ofSeconds(2));
        assertThat(check.works()).isFalse();
        assertThat(beside).hasSize(2);
        beside.removeLast().run();
        assertThat(check.works()).isTrue();
    }

    @Test
    void whereTooMuchHangsNothingIsAsked() {
        Check check = new Check(
                this::question,
                LIMIT,
                work -> {
                    throw new RejectedExecutionException();
                },
                nanos::get);
        assertThat(check.works()).isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    void aLedgerThatCanBeWrittenWorks() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:check;DB_CLOSE_DELAY=-1");
        assertThat(new LedgerCheck(database, LIMIT).getAsBoolean()).isFalse(); // no tables
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table exchange (id varchar(36) primary key)");
            assertThat(new LedgerCheck(database, LIMIT).getAsBoolean()).isTrue();
            statement.execute("drop all objects");
        }
    }

    @Test
    void aDatabaseThatIsAwayDoesNot() {
        DataSource away = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new SQLException("away");
                });
        assertThat(new LedgerCheck(away, LIMIT).getAsBoolean()).isFalse();
    }

    private void later(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
