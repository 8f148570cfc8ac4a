package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.precert.cases.Attachments;
import org.precert.cases.Stale;
import org.precert.clients.Client;
import org.precert.clients.Clients;
import org.precert.review.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after documents that are held: forgets what no request came for, and adds what came in the very moment in which its
 * request did, when neither saw the other.
 */
final class HeldWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HeldWatch.class);

    private final Attachments store;
    private final AttachmentService service;
    private final Clients clients;
    private final PasProperties properties;
    private final ObjectMapper json;
    private final Clock clock;

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
