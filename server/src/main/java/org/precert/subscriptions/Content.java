package org.precert.subscriptions;

import java.util.Arrays;
import java.util.Optional;

/** How much of an event a notification holds: value set backport-content-value-set. */
enum Content {
    EMPTY("empty"),
    ID_ONLY("id-only"),
    FULL_RESOURCE("full-resource");

    private final String code;

    Content(String code) {
        this.code = code;
    }

    static Optional<Content> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }
}
