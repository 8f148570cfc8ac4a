package org.precert.sight;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a database says, for gauges. Who asks never waits: the latest that was read is given, and if that is not fresh, it
 * is read anew beside. While the database is away there is soon nothing to be given, and the other metrics are there.
 */
public final class Reading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Supplier<T> source;
    private final Executor beside;
    private final LongSupplier nanos;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Optional<Taken<T>> latest = Optional.empty();

    private record Taken<T>(T value, long at) {}

    Reading(Supplier<T> source, Executor beside, LongSupplier nanos) {
        this.source = source;
        this.beside = beside;
        this.nanos = nanos;
    }

    /** @param name of the thread that reads */
    public static <T> Reading<T> of(String name, Supplier<T> source) {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, FRESH.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> daemon(work, name));
        one.allowCoreThreadTimeOut(true);
        return new Reading<>(source, one, System::nanoTime);
    }

    /** @return NaN where nothing was read lately */
    public double figure(ToDoubleFunction<T> of) {
        return value().map(of::applyAsDouble).orElse(Double.NaN);
    }

    private Optional<T> value() {
        long now = nanos.getAsLong();
        Optional<Taken<T>> taken = latest.filter(each -> now - each.at() < LONGEST.toNanos());
        if (taken.isEmpty() || now - taken.get().at() > FRESH.toNanos()) {
            readBeside();
        }
        return taken.map(Taken::value);
    }

    private void readBeside() {
        if (underWay.compareAndSet(false, true)) {
            beside.execute(this::read);
        }
    }

    private void read() {
        try {
            latest = Optional.of(new Taken<>(source.get(), nanos.getAsLong()));
        } catch (RuntimeException e) {
            LOG.warn("Figures could not be read: {}", e.getClass().getSimpleName());
        } finally {
            underWay.set(false);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
