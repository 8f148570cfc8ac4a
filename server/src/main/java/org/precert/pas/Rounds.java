package org.precert.pas;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.precert.sight.Pulse;
import org.precert.sight.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does the same again and again while the server runs. A round that fails ends nothing: the next one finds the same again. */
final class Rounds implements SmartLifecycle, Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final ScheduledExecutorService timer;
    private final Pulse pulse;
    private volatile boolean running;

    /** @param name of the thread, and of what is done */
    Rounds(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.pulse = new Pulse(pause);
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void start() {
        running = true;
        pulse.beat();
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::quietly, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAtWork() {
        return running && pulse.isAlive();
    }

    private void quietly() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("A round of {} failed: {}", name, e.getClass().getName());
        } finally {
            pulse.beat();
        }
    }
}
