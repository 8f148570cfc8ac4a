package org.precert.subscriptions;

/** Subscriptions as text, for programs that are no tests. */
public final class SubscriptionText {

    private SubscriptionText() {}

    /** To everything of whoever subscribes; without the content of the answers. */
    public static String toEverything(String endpoint) {
        return Wish.to(endpoint).filtered().resource().toString();
    }
}
