package org.precert.subscriptions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Of a subscription: value set subscription-status of R4. */
enum Status {
    /** Nobody has answered the handshake yet. */
    REQUESTED,
    ACTIVE,
    /** The receiver could not be reached: for the handshake, or for as long as a notification lived. */
    ERROR,
    OFF;

    static Optional<Status> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
