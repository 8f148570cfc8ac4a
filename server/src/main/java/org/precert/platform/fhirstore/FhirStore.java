package org.precert.platform.fhirstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.precert.platform.fhirstore.StoreState.Ready;
import org.precert.storage.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Starts HAPI FHIR JPA beside the application, once the application answers, and stops it with the application. */
class FhirStore implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FhirStore.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HapiJpa hapiJpa;
    private final List<StoreContent> contents;
    private final Duration delay;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread starter = new Thread(this::run, "fhir-store-start");
    private volatile StoreState state = NotNow.STARTING;

    /** @param delay leaves the processor to the first hooks */
    FhirStore(HapiJpa hapiJpa, List<StoreContent> contents, Duration delay) {
        this(hapiJpa, contents, delay, PAUSE);
    }

    /** @param pause before it is tried again, where the database was away */
    FhirStore(HapiJpa hapiJpa, List<StoreContent> contents, Duration delay, Duration pause) {
        this.hapiJpa = hapiJpa;
        this.contents = List.copyOf(contents);
        this.delay = delay;
        this.pause = pause;
        starter.setDaemon(true);
    }

    StoreState state() {
        return state;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        // A second ApplicationReadyEvent comes from a child of the Boot context, such as a management port.
        if (starter.getState() == Thread.State.NEW) {
            starter.start();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        StoreState before = enter(NotNow.STOPPED);
        stopping.countDown();
        if (before instanceof Ready ready) {
            ready.store().close();
        }
        // HAPI JPA can not be interrupted half-way: let it finish, so that the database is not pulled from under it.
        starter.join(LONGEST_STOP.toMillis());
    }

    private void run() {
        try {
            Duration wait = delay;
            while (!stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS) && !build()) {
                wait = pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there is nothing left to be done, for better or worse */
    private boolean build() {
        long begin = System.nanoTime();
        try {
            RunningStore store = hapiJpa.start(contents);
            if (enterUnlessStopped(new Ready(store))) {
                LOG.info(
                        "The FHIR store is ready after {} s",
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            } else {
                store.close();
            }
        } catch (Exception | LinkageError e) {
            if (Trouble.of(e).mayPass()) {
                LOG.warn("The FHIR store waits for its database: {}", Trouble.of(e));
                return false;
            }
            LOG.error("The FHIR store did not start: /fhir answers 503, everything else works", e);
            enterUnlessStopped(NotNow.FAILED);
        }
        return true;
    }

    private synchronized StoreState enter(StoreState next) {
        StoreState before = state;
        state = next;
        return before;
    }

    private synchronized boolean enterUnlessStopped(StoreState next) {
        if (state == NotNow.STOPPED) {
            return false;
        }
        state = next;
        return true;
    }
}
