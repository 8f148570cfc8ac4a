package org.precert.subscriptions;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/notifications}: what has not arrived, over all nodes. It holds neither data of patients nor addresses;
 * it is exposed where {@code management.endpoints.web.exposure.include} says notifications.
 */
@Endpoint(id = "notifications")
final class NotificationsEndpoint {

    private static final int MOST = 200;

    private final Undelivered undelivered;

    NotificationsEndpoint(Undelivered undelivered) {
        this.undelivered = undelivered;
    }

    /**
     * @param dead how many notifications were given up
     * @param deadLetters the latest 200 of them
     * @param oldest the 200 subscriptions that wait longest
     */
    record Told(long waiting, long dead, List<Undelivered.Dead> deadLetters, List<Undelivered.Waiting> oldest) {}

    @ReadOperation
    Told told() {
        return new Told(
                undelivered.count("waiting"),
                undelivered.count("dead"),
                undelivered.dead(MOST),
                undelivered.waiting(MOST));
    }
}
