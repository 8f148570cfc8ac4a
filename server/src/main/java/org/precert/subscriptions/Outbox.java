package org.precert.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.precert.sight.Pulse;
import org.precert.sight.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker of this node: looks for what is due, now and then and whenever it is woken, and delivers it beside. Any number
 * of nodes may do so over one database. It does nothing before it is started.
 */
final class Outbox implements AutoCloseable, Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 8;
    private static final Duration BETWEEN_CLEANINGS = Duration.ofSeconds(30);
    private static final int SECONDS_TO_END = 2;

    private final Deliveries deliveries;
    private final Delivery delivery;
    private final Housekeeping housekeeping;
    private final Clock clock;
    private final Duration pause;
    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor senders;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Pulse pulse;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** @param pause between two looks when nobody wakes it */
    Outbox(Deliveries deliveries, Delivery delivery, Housekeeping housekeeping, Clock clock, Duration pause) {
        this.deliveries = deliveries;
        this.delivery = delivery;
        this.housekeeping = housekeeping;
        this.clock = clock;
        this.pause = pause;
        this.pulse = new Pulse(pause);
        this.timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "outbox"));
        this.senders = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon(work, "outbox-sender"));
        senders.allowCoreThreadTimeOut(true);
    }

    void start() {
        if (started.compareAndSet(false, true)) {
            pulse.beat();
            var unused = timer.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
            var unusedToo =
                    timer.scheduleWithFixedDelay(this::clean, 0, BETWEEN_CLEANINGS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public boolean isAtWork() {
        return !timer.isShutdown() && pulse.isAlive();
    }

    /** There may be something new. */
    void wake() {
        if (started.get() && woken.compareAndSet(false, true)) {
            try {
                timer.execute(this::look);
            } catch (RejectedExecutionException e) {
                LOG.debug("The outbox is closed: the next start, or another node, delivers");
            }
        }
    }

    /**
     * What is being sent is broken off, and sent again by the next one to look. No thread is interrupted: an interrupt in the
     * middle of writing would close the file of the embedded database.
     */
    @Override
    public void close() {
        timer.shutdown();
        delivery.stop();
        senders.shutdown();
        try {
            if (!senders.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.info("A notification is still being sent; its lease will run out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever breaks here must not break the next look. */
    private void look() {
        woken.set(false);
        try {
            Instant now = clock.instant();
            for (String subscription : deliveries.due(now, Math.max(1, free.availablePermits()))) {
                if (free.tryAcquire()) {
                    begin(subscription, now);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The outbox could not be read: {}", e.getClass().getSimpleName());
        } finally {
            pulse.beat();
        }
    }

    private void begin(String subscription, Instant now) {
        boolean begun = false;
        try {
            Optional<Lease> lease = deliveries.take(subscription, now);
            lease.ifPresent(each -> senders.execute(() -> deliver(each)));
            begun = lease.isPresent();
        } catch (RejectedExecutionException e) {
            LOG.debug("The outbox is closed: the lease will run out");
        } finally {
            if (!begun) {
                free.release();
            }
        }
    }

    /** Whatever breaks here holds up its own subscription alone, until the lease has run out. */
    private void deliver(Lease lease) {
        try {
            delivery.run(lease);
        } catch (RuntimeException e) {
            LOG.error(
                    "The delivery to subscription {} broke off: {}",
                    lease.subscription(),
                    e.getClass().getName());
        } finally {
            free.release();
            wake();
        }
    }

    private void clean() {
        try {
            housekeeping.clean();
        } catch (RuntimeException e) {
            LOG.warn("The outbox could not be cleaned: {}", e.getClass().getSimpleName());
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
