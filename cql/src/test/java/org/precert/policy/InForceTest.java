package org.precert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InForceTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-03-01");
    private static final LocalDate LAST = LocalDate.parse("2025-12-31");

    @ParameterizedTest
    @CsvSource({"2025-02-28, false", "2025-03-01, true", "2025-12-31, true", "2026-01-01, false"})
    void theFirstAndTheLastDayCount(LocalDate day, boolean covered) {
        assertThat(new InForce(FIRST, Optional.of(LAST)).covers(day)).isEqualTo(covered);
    }

    @Test
    void withoutALastDayItHoldsUntilFurtherNotice() {
        assertThat(new InForce(FIRST, Optional.empty()).covers(FIRST.plusYears(50)))
                .isTrue();
    }

    @Test
    void oneDayIsEnough() {
        assertThat(new InForce(FIRST, Optional.of(FIRST)).covers(FIRST)).isTrue();
    }

    @Test
    void theLastDayCanNotComeBeforeTheFirst() {
        assertThatThrownBy(() -> new InForce(LAST, Optional.of(FIRST)))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll(FIRST.toString(), LAST.toString());
    }
}
