package org.precert.cases.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** The mean and the median of durations, in a unit, to one decimal. There is one at least. */
final class Times {

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final List<BigDecimal> sorted;
    private final Duration unit;

    Times(List<Duration> durations, Duration unit) {
        this.sorted = durations.stream()
                .sorted()
                .map(each -> BigDecimal.valueOf(each.toMillis()))
                .toList();
        this.unit = unit;
    }

    BigDecimal mean() {
        BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return inUnits(sum, BigDecimal.valueOf(sorted.size()));
    }

    BigDecimal median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? inUnits(sorted.get(middle), BigDecimal.ONE)
                : inUnits(sorted.get(middle - 1).add(sorted.get(middle)), TWO);
    }

    private BigDecimal inUnits(BigDecimal millis, BigDecimal parts) {
        return millis.divide(parts.multiply(BigDecimal.valueOf(unit.toMillis())), 1, RoundingMode.HALF_UP);
    }
}
