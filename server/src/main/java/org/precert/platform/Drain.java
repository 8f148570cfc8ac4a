package org.precert.platform;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first thing that stops. Readiness says no by then, and for {@code precert.drain} the server goes on taking calls:
 * those who send them have to be told first. Then no more are taken, and what is in flight is finished.
 */
@Component
final class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration pause;
    private volatile boolean running;

    Drain(@Value("${precert.drain:0s}") Duration pause) {
        this.pause = pause;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (pause.isZero()) {
            return;
        }
        LOG.info("Not ready any more; calls are taken for another {} s", pause.toSeconds());
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the management port (Integer.MAX_VALUE - 512) and the web server (Integer.MAX_VALUE - 1024). */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
