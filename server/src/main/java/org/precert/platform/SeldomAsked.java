package org.precert.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Asks once a second at most, and one at a time, however many probe: who floods the probes, which refuse nobody, takes no connection
 * from those who work. Meanwhile the others hear what was said last.
 */
final class SeldomAsked implements HealthIndicator {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final HealthIndicator asked;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Told> latest = new AtomicReference<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    private record Told(Health health, long at) {}

    SeldomAsked(HealthIndicator asked, LongSupplier nanos) {
        this.asked = asked;
        this.nanos = nanos;
    }

    @Override
    public Health health() {
        Told told = latest.get();
        boolean fresh = told != null && nanos.getAsLong() - told.at() < FRESH;
        if (fresh || !underWay.compareAndSet(false, true)) {
            return told == null ? Health.unknown().build() : told.health();
        }
        try {
            Health health = asked.health();
            latest.set(new Told(health, nanos.getAsLong()));
            return health;
        } finally {
            underWay.set(false);
        }
    }
}
