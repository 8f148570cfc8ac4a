package org.precert.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class CalmDataSourceTest {

    private final Pool pool = new Pool();
    private boolean hasRoom = true;
    private long nanos;
    private final CalmDataSource calm = new CalmDataSource(pool, pool::within, () -> hasRoom, true, () -> nanos);

    /** Lends until it is said to be away; counts who asks, and keeps the limits that its connections got. */
    private static final class Pool extends AbstractDataSource {

        private volatile boolean away;
        private int asked;
        private CountDownLatch entered = new CountDownLatch(0);
        private CountDownLatch hold = new CountDownLatch(0);
        private final List<Integer> limits = new ArrayList<>();
        private final List<Duration> hurried = new ArrayList<>();

        private Connection within(Duration most) throws SQLException {
            hurried.add(most);
            return getConnection();
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked++;
            entered.countDown();
            try {
                if (!hold.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody let it go on");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (away) {
                throw new SQLTransientConnectionException("timed out", "08001");
            }
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("setNetworkTimeout")) {
                            limits.add((Integer) arguments[1]);
                        }
                        return null;
                    });
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    private void later(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void connectionsHaveThePatienceOfWhoeverAsks() throws SQLException {
        calm.getConnection();
        assertThat(pool.limits).isEmpty();
        try (Patience held = Patience.of(Duration.ofSeconds(3), Duration.ofMinutes(5))) {
            calm.getConnection();
        }
        calm.getConnection();
        assertThat(pool.limits).containsExactly(3000);
        assertThat(pool.hurried).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void whatIsLeftOfACallBoundsWhatItStillAsks() throws SQLException {
        try (Patience held = Patience.of(Duration.ofMinutes(5), Duration.ofMinutes(1))) {
            calm.getConnection();
        }
        assertThat(pool.limits)
                .singleElement()
                .satisfies(limit -> assertThat(limit).isBetween(1, 60_000));
        assertThat(pool.hurried)
                .singleElement()
                .satisfies(most -> assertThat(most).isLessThanOrEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void whoHasNoTimeLeftIsRefusedWithoutAskingAndNotToldThatItIsAway() throws SQLException {
        try (Patience held = Patience.of(Duration.ofSeconds(3), Duration.ZERO)) {
            assertThatThrownBy(calm::getConnection)
                    .satisfies(e -> assertThat(Trouble.of(e)).isEqualTo(Trouble.SLOW));
        }
        assertThat(pool.asked).isZero();
        assertThat(calm.getConnection()).isNotNull();
    }

    @Test
    void asLongAsACallerSendsItsTimeStandsStill() throws SQLException {
        try (Patience held = Patience.of(Duration.ofSeconds(3), Duration.ZERO)) {
            Patience.leaveOut(Duration.ofMinutes(1));
            assertThat(calm.getConnection()).isNotNull();
        }
        Patience.leaveOut(Duration.ofMinutes(1));
        assertThat(calm.getConnection()).isNotNull();
        assertThat(pool.limits).containsExactly(3000);
    }

    @Test
    void whoWaitedForAMomentDoesNotSayThatItIsAway() throws SQLException {
        pool.away = true;
        try (Patience held = Patience.of(Duration.ofMillis(500), Duration.ofMinutes(1))) {
            assertThatThrownBy(calm::getConnection).isInstanceOf(SQLException.class);
        }
        pool.away = false;
        assertThat(calm.getConnection()).isNotNull();
    }

    @Test
    void onceItIsAwayOthersAreToldAtOnceAndItIsAskedAgainAfterASecond() throws SQLException {
        pool.away = true;
        assertThatThrownBy(calm::getConnection).isInstanceOf(SQLException.class);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(calm::getConnection)
                    .satisfies(e -> assertThat(Trouble.of(e)).isEqualTo(Trouble.AWAY));
        }
        assertThat(pool.asked).isOne();
        later(Duration.ofMillis(1001));
        assertThatThrownBy(calm::getConnection).isInstanceOf(SQLException.class);
        assertThat(pool.asked).isEqualTo(2);
        pool.away = false;
        assertThatThrownBy(calm::getConnection).isInstanceOf(SQLException.class);
        later(Duration.ofMillis(1001));
        assertThat(calm.getConnection()).isNotNull();
        assertThat(calm.getConnection()).isNotNull();
    }

    @Test
    void oneCallerFindsOutWhetherItIsBackWhileOthersAreToldAtOnce() throws Exception {
        pool.away = true;
        assertThatThrownBy(calm::getConnection).isInstanceOf(SQLException.class);
        later(Duration.ofSeconds(2));
        pool.away = false;
        pool.entered = new CountDownLatch(1);
        pool.hold = new CountDownLatch(1);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<Connection> first = one.submit(() -> calm.getConnection());
            assertThat(pool.entered.await(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(calm::getConnection).isInstanceOf(SQLTransientConnectionException.class);
            pool.hold.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(calm.getConnection()).isNotNull();
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void aPoolThatIsAllLentIsBusyAndNotAway() {
        hasRoom = false;
        pool.away = true;
        assertThatThrownBy(calm::getConnection).isInstanceOf(SQLException.class);
        assertThatThrownBy(calm::getConnection).isInstanceOf(SQLException.class);
        assertThat(pool.asked).isEqualTo(2);
    }
}
