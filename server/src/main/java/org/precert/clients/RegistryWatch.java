package org.precert.clients;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every few seconds whether a client was registered, changed or removed on another node. */
final class RegistryWatch implements AutoCloseable {

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "client-registry");
        thread.setDaemon(true);
        return thread;
    });

    RegistryWatch(ClientRegistry registry, Duration interval) {
        long millis = interval.toMillis();
        // It reports its own troubles and ends with the server: nobody waits for it.
        var unused = looking.scheduleWithFixedDelay(registry::refreshIfChanged, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
