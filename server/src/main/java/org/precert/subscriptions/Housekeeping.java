package org.precert.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends subscriptions whose time is over, and forgets what was kept of patients for long enough. */
final class Housekeeping {

    private final Subscriptions subscriptions;
    private final Events events;
    private final Clock clock;
    private final Duration keep;
    private final Duration giveUpAfter;

    Housekeeping(Subscriptions subscriptions, Events events, Clock clock, NotificationsProperties properties) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.clock = clock;
        this.keep = properties.keep();
        this.giveUpAfter = properties.giveUpAfter();
    }

    void clean() {
        Instant now = clock.instant();
        subscriptions.end(now);
        events.forget(now.minus(keep), now.minus(giveUpAfter).minus(keep));
    }
}
