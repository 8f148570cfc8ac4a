package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.precert.cases.Attachments;
import org.precert.cases.Stale;
import org.precert.clients.Client;
import org.precert.clients.Clients;
import org.precert.review.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks after documents that are held: forgets what no request came for, and adds what came in the very moment in which its
 * request did, when neither saw the other.
 */
final class HeldWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeldWatch.class);
    private static final long EVERY = 60;

    private final Attachments store;
    private final AttachmentService service;
    private final Clients clients;
    private final PasProperties properties;
    private final ObjectMapper json;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "held-documents");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    HeldWatch(
            Attachments store,
            AttachmentService service,
            Clients clients,
            PasProperties properties,
            ObjectMapper json,
            Clock clock) {
        this.store = store;
        this.service = service;
        this.clients = clients;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::lookQuietly, EVERY, EVERY, TimeUnit.SECONDS);
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

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            // The next look finds the same again.
            LOG.warn("Held documents could not be looked at: {}", e.getClass().getName());
        }
    }

    void look() {
        Instant since = clock.instant().minus(properties.documentsHeld());
        int forgotten = store.expire(since);
        if (forgotten > 0) {
            LOG.info("{} documents were forgotten, for no request came for them", forgotten);
        }
        store.overdue(since).forEach(id -> store.held(id).ifPresent(this::add));
    }

    private void add(Attachments.Kept held) {
        Optional<Client> client = clients.byId(held.client());
        if (client.isEmpty() && !held.client().isEmpty()) {
            // Registered no longer: it speaks for nobody.
            return;
        }
        Duration limit = properties.timeLimit();
        Call call = new Call(
                "pas.held-attachment",
                client,
                "",
                json.createObjectNode(),
                clock.instant(),
                clock.getZone(),
                Deadline.after(limit));
        try {
            service.add(held, call);
        } catch (Stale e) {
            LOG.debug("A case has changed meanwhile");
        }
    }
}
