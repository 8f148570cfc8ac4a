package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseHealthTest {

    private static Status ahead(Duration time) {
        DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID());
        return new DatabaseHealth(database, Clock.offset(Clock.systemUTC(), time))
                .health()
                .getStatus();
    }

    @Test
    void aNodeWhoseClockIsASecondOffIsNotReady() {
        assertThat(ahead(Duration.ZERO)).isEqualTo(Status.UP);
        assertThat(ahead(Duration.ofMillis(500))).isEqualTo(Status.UP);
        assertThat(ahead(Duration.ofMillis(1500))).isEqualTo(Status.DOWN);
        // On a busy machine the answer takes its time, which is not held against the clock.
        assertThat(ahead(Duration.ofHours(-1))).isEqualTo(Status.DOWN);
    }

    @Test
    void onlyWhatIsCertainIsHeldAgainstTheClock() {
        Instant asked = Instant.parse("2026-11-22T12:00:00Z");
        Instant answered = asked.plusSeconds(3);
        assertThat(DatabaseHealth.skew(asked, asked.plusSeconds(2), answered)).isZero();
        assertThat(DatabaseHealth.skew(asked, asked.minusMillis(700), answered)).isEqualTo(Duration.ofMillis(700));
        assertThat(DatabaseHealth.skew(asked, asked.plusSeconds(5), answered)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aDatabaseThatIsAwayIsDown() {
        assertThat(new DatabaseHealth(new DriverManagerDataSource("jdbc:h2:tcp://localhost:1/none"))
                        .health()
                        .getStatus())
                .isEqualTo(Status.DOWN);
    }
}
