package org.precert.subscriptions;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.precert.clients.Clients;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queues notifications, in the transaction of whoever changes a case: they are there if and only if the change is. PAS 2.2.1,
 * spec-60 and spec-61.
 */
public final class Publisher {

    private final Subscriptions subscriptions;
    private final Events events;
    private final Clients clients;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Runnable wake;

    /** @param wake called after the commit */
    Publisher(
            Subscriptions subscriptions,
            Events events,
            Clients clients,
            TransactionTemplate transaction,
            Clock clock,
            Runnable wake) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.clients = clients;
        this.transaction = transaction;
        this.clock = clock;
        this.wake = wake;
    }

    /**
     * Queues a notification for each subscription that the change concerns and that is not off; joins the transaction, or makes
     * one. Subscriptions are locked until it ends, so it belongs near the end of it.
     *
     * @throws IllegalArgumentException if somebody is to get a bundle that the notice does not have
     */
    public void publish(Notice notice) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            boolean any = false;
            for (Subscription each : subscriptions.listening(now)) {
                any |= concerns(each, notice) && queue(each.id(), notice, now);
            }
            if (any) {
                afterCommit(wake);
            }
        });
    }

    static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** It may have been changed since it was read, so it is looked at again under the lock. */
    private boolean queue(String id, Notice notice, Instant now) {
        Optional<Subscription> locked =
                subscriptions.lock(id).filter(Subscription::listens).filter(each -> concerns(each, notice));
        locked.ifPresent(each -> events.add(id, subscriptions.nextEvent(each), notice, body(each, notice), now));
        return locked.isPresent();
    }

    private boolean concerns(Subscription subscription, Notice notice) {
        return subscription.filters().concern(notice, Owner.of(subscription.client(), clients));
    }

    private static Optional<String> body(Subscription subscription, Notice notice) {
        if (subscription.channel().content() != Content.FULL_RESOURCE) {
            return Optional.empty();
        }
        String version = subscription.guide().code();
        return Optional.of(Optional.ofNullable(notice.bundles().get(version))
                .orElseThrow(() -> new IllegalArgumentException("The notice has no bundle for PAS " + version)));
    }
}
