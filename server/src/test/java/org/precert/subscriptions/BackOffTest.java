package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void waitsTwiceAsLongEachTimeAndAQuarterOfAnHourAtTheMost() {
        BackOff most = new BackOff(() -> 0);
        assertThat(most.after(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(most.after(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(most.after(9)).isEqualTo(Duration.ofSeconds(512));
        assertThat(most.after(10)).isEqualTo(Duration.ofMinutes(15));
        assertThat(most.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void leavesAQuarterToChanceAndNeverLessThanASecond() {
        BackOff least = new BackOff(() -> 1);
        assertThat(least.after(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(least.after(3)).isEqualTo(Duration.ofSeconds(6));
        assertThat(least.after(20))
                .isEqualTo(Duration.ofMinutes(15).multipliedBy(3).dividedBy(4));
    }
}
