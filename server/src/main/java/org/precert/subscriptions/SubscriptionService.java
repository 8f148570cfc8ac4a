package org.precert.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.transaction.support.TransactionTemplate;

/** What owners do with their subscriptions. Those of others do not exist for them. */
final class SubscriptionService {

    private static final int MOST = 100;
    private static final int MOST_EVENTS = 100;

    private final SubscriptionReader reader;
    private final Subscriptions subscriptions;
    private final Events events;
    private final Deliveries deliveries;
    private final NotificationWriter writer;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Runnable wake;

    /** @param wake called when there is something to be sent */
    SubscriptionService(
            SubscriptionReader reader,
            Subscriptions subscriptions,
            Events events,
            Deliveries deliveries,
            NotificationWriter writer,
            TransactionTemplate transaction,
            Clock clock,
            Supplier<String> ids,
            Runnable wake) {
        this.reader = reader;
        this.subscriptions = subscriptions;
        this.events = events;
        this.deliveries = deliveries;
        this.writer = writer;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
        this.wake = wake;
    }

    /** Makes one; whether its receiver wants it is asked afterwards. */
    Subscription create(byte[] body, Guide guide, Owner owner) {
        Instant now = clock.instant();
        Wanted wanted = reader.created(body, guide, owner, now);
        String id = ids.get();
        return within(() -> {
            if (subscriptions.of(owner.client(), guide).size() >= MOST) {
                throw new InvalidRequest(
                        Kind.NOT_CONFORMANT, "", "There are 100 Subscriptions of this client; delete one first");
            }
            subscriptions.add(id, guide, owner, Status.REQUESTED, wanted, now);
            deliveries.add(id, now);
            Publisher.afterCommit(wake);
            return find(id, guide, owner);
        });
    }

    /**
     * Puts another in its place. Unless that is off, its receiver is asked anew, and gets what was not delivered.
     *
     * @param revision that the owner has in mind; zero if it said none
     */
    Subscription update(String id, byte[] body, int revision, Guide guide, Owner owner) {
        find(id, guide, owner);
        Instant now = clock.instant();
        Wanted wanted = reader.updated(body, id, guide, owner, now);
        return within(() -> {
            Subscription before = subscriptions.lock(id).orElseThrow(SubscriptionService::unknown);
            if (revision != 0 && revision != before.revision()) {
                throw new InvalidRequest(Kind.PRECONDITION, "", "The Subscription was changed meanwhile");
            }
            subscriptions.change(id, wanted.off() ? Status.OFF : Status.REQUESTED, wanted, now);
            deliveries.restart(id, now);
            if (!wanted.off()) {
                events.revive(id, now);
                Publisher.afterCommit(wake);
            }
            return find(id, guide, owner);
        });
    }

    /** With all its events. What is there no more may be deleted again. */
    void delete(String id, Guide guide, Owner owner) {
        transaction.executeWithoutResult(status -> subscriptions
                .lock(id)
                .filter(each -> isOf(each, guide, owner))
                .ifPresent(each -> subscriptions.remove(id)));
    }

    /** @throws InvalidRequest if there is none of this id, or it is another's */
    Subscription find(String id, Guide guide, Owner owner) {
        return subscriptions
                .find(id)
                .filter(each -> isOf(each, guide, owner))
                .orElseThrow(SubscriptionService::unknown);
    }

    List<Subscription> all(Guide guide, Owner owner) {
        return subscriptions.of(owner.client(), guide);
    }

    ObjectNode status(String id, Guide guide, Owner owner) {
        return writer.statuses(find(id, guide, owner));
    }

    /** A hundred at the most; whoever wants more asks from the next one on. */
    ObjectNode events(String id, EventsAsked asked, Guide guide, Owner owner) {
        Subscription subscription = find(id, guide, owner);
        Content usual = subscription.channel().content();
        List<Event> found = events.between(id, owner, asked.since(), asked.until(), MOST_EVENTS);
        return writer.events(
                subscription,
                found,
                asked.content().filter(each -> each.compareTo(usual) <= 0).orElse(usual));
    }

    private static boolean isOf(Subscription subscription, Guide guide, Owner owner) {
        return subscription.guide() == guide && subscription.client().equals(owner.client());
    }

    private static InvalidRequest unknown() {
        return new InvalidRequest(Kind.NOT_FOUND, "", "There is no Subscription with this id");
    }

    private Subscription within(Supplier<Subscription> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
