package org.precert.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.audit.Who;
import org.precert.sight.Fact;
import org.precert.sight.Span;
import org.precert.sight.Spans;
import org.precert.sight.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers to one subscription what waits, one after the other, as long as its lease holds. What was sent counts as
 * delivered only if the lease still is ours then: else it is sent again by whoever has it now, and the receiver tells by the
 * event number.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** A receiver may be slower to be ready than we are to ask. */
    private static final int MOST_HANDSHAKES = 6;

    private final Subscriptions subscriptions;
    private final Events events;
    private final Deliveries deliveries;
    private final NotificationWriter writer;
    private final Receivers receivers;
    private final TransactionTemplate transaction;
    private final BackOff backOff;
    private final MeterRegistry meters;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration giveUpAfter;

    Delivery(
            Subscriptions subscriptions,
            Events events,
            Deliveries deliveries,
            NotificationWriter writer,
            Receivers receivers,
            TransactionTemplate transaction,
            BackOff backOff,
            MeterRegistry meters,
            AuditTrail audit,
            Clock clock,
            Duration giveUpAfter) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.deliveries = deliveries;
        this.writer = writer;
        this.receivers = receivers;
        this.transaction = transaction;
        this.backOff = backOff;
        this.meters = meters;
        this.audit = audit;
        this.clock = clock;
        this.giveUpAfter = giveUpAfter;
    }

    /** From now on nothing is sent; what is being sent is broken off. */
    void stop() {
        receivers.close();
    }

    /** Until nothing waits, something fails, the lease is lost or it is stopped. */
    void run(Lease lease) {
        Lease held = lease;
        boolean goesOn = true;
        while (goesOn) {
            goesOn = once(held);
            held = held.afterSuccess();
        }
        deliveries.release(lease, clock.instant());
    }

    /** @return whether something was delivered, so that more may follow */
    private boolean once(Lease lease) {
        Optional<Subscription> found = subscriptions.find(lease.subscription());
        Optional<Turn> next = found.flatMap(this::turn);
        if (found.isEmpty() || next.isEmpty() || !deliveries.hold(lease, clock.instant())) {
            return false;
        }
        Subscription subscription = found.get();
        Turn turn = next.get();
        Optional<String> failure = send(subscription, turn);
        if (failure.isPresent() && receivers.isClosed()) {
            return false; // broken off by us: it says nothing of the receiver
        }
        Boolean counts = transaction.execute(status ->
                failure.isEmpty() ? succeeded(lease, subscription, turn) : failed(lease, turn, failure.get()));
        return failure.isEmpty() && Boolean.TRUE.equals(counts);
    }

    private Optional<String> send(Subscription subscription, Turn turn) {
        try (Span span = Spans.begin(Work.NOTIFICATION)) {
            Optional<String> failure = receivers.send(subscription, notification(subscription, turn));
            span.tell(Fact.KIND, turn.kind()).tell(Fact.OUTCOME, failure.isEmpty() ? "taken" : "not-taken");
            return failure;
        }
    }

    private Optional<Turn> turn(Subscription subscription) {
        if (subscription.status() == Status.REQUESTED) {
            return Optional.of(new Turn.Handshake());
        }
        if (subscription.status() != Status.ACTIVE) {
            return Optional.empty();
        }
        Optional<Turn> event =
                events.first(subscription.id(), receivers.owner(subscription)).map(Turn.Told::new);
        return event.or(() -> deliveries.isHeartbeatDue(subscription.id(), clock.instant())
                ? Optional.of(new Turn.Heartbeat())
                : Optional.empty());
    }

    private ObjectNode notification(Subscription subscription, Turn turn) {
        if (turn instanceof Turn.Told told) {
            return writer.event(
                    subscription, told.event(), subscription.channel().content());
        }
        long last = events.first(subscription.id(), receivers.owner(subscription))
                .map(each -> each.number() - 1)
                .orElse(subscription.events());
        return turn instanceof Turn.Handshake
                ? writer.handshake(subscription, last)
                : writer.heartbeat(subscription, last);
    }

    private boolean succeeded(Lease lease, Subscription subscription, Turn turn) {
        Instant now = clock.instant();
        boolean isHandshake = turn instanceof Turn.Handshake;
        if (isHandshake) {
            subscriptions.lock(lease.subscription());
        }
        if (!deliveries.hold(lease, now)) {
            return lost(lease);
        }
        if (isHandshake) {
            subscriptions.become(lease.subscription(), Status.REQUESTED, Status.ACTIVE, "", now);
        } else if (turn instanceof Turn.Told told) {
            delivered(subscription, told.event().number(), now);
        }
        deliveries.succeeded(lease, subscription.channel().heartbeat().map(now::plus), now);
        count(turn, "delivered");
        return true;
    }

    private void delivered(Subscription subscription, long event, Instant now) {
        events.delivered(subscription.id(), event, now);
        audit.record(new AuditEntry.Notified(
                subscription.id(), event, events.caseOf(subscription.id(), event), Who.client(subscription.client())));
    }

    private boolean failed(Lease lease, Turn turn, String failure) {
        Instant now = clock.instant();
        boolean last = isLast(lease, turn, now);
        if (last) {
            subscriptions.lock(lease.subscription());
        }
        if (!deliveries.hold(lease, now)) {
            return lost(lease);
        }
        if (last && turn instanceof Turn.Told told) {
            events.died(lease.subscription(), told.event().number(), now);
            subscriptions.become(
                    lease.subscription(),
                    Status.ACTIVE,
                    Status.ERROR,
                    "A notification was not taken for too long",
                    now);
            LOG.error("Event {} of subscription {} is dead: {}", told.event().number(), lease.subscription(), failure);
        } else if (last) {
            subscriptions.become(
                    lease.subscription(), Status.REQUESTED, Status.ERROR, "The handshake was not answered", now);
            LOG.warn("The handshake of subscription {} failed: {}", lease.subscription(), failure);
        }
        deliveries.failed(lease, failure, now.plus(backOff.after(lease.tries())), now);
        count(turn, last ? "given-up" : "failed");
        return true;
    }

    private boolean isLast(Lease lease, Turn turn, Instant now) {
        if (turn instanceof Turn.Told told) {
            return !told.event().queuedAt().plus(giveUpAfter).isAfter(now);
        }
        return turn instanceof Turn.Handshake && lease.tries() + 1 >= MOST_HANDSHAKES;
    }

    private static boolean lost(Lease lease) {
        LOG.info("The lease of subscription {} was lost: what was sent will be sent again", lease.subscription());
        return false;
    }

    private void count(Turn turn, String outcome) {
        meters.counter("precert.pas.notifications", "kind", turn.kind(), "outcome", outcome)
                .increment();
    }
}
