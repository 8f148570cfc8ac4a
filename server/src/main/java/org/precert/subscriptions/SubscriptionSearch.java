package org.precert.subscriptions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** The search parameters of R4 that are understood: a comma is an or, a parameter that is repeated an and. */
final class SubscriptionSearch {

    private static final Map<String, BiPredicate<Subscription, String>> KNOWN = Map.of(
            "_id", (each, value) -> each.id().equals(value),
            "status", (each, value) -> each.status().code().equals(value),
            "url", (each, value) -> each.channel().endpoint().toString().equals(value),
            "type", (each, value) -> value.equals("rest-hook"),
            "payload", (each, value) -> each.channel().payload().equals(value),
            "criteria", (each, value) -> Urls.TOPIC.startsWith(value));

    /** They change how the answer is written, if at all. */
    private static final Set<String> ABOUT_THE_ANSWER = Set.of("_format", "_count", "_pretty", "_total");

    private SubscriptionSearch() {}

    /** @throws InvalidRequest for a parameter that is not understood: to leave it out would find what was not asked for */
    static Predicate<Subscription> of(Map<String, List<String>> parameters) {
        Predicate<Subscription> all = each -> true;
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (!ABOUT_THE_ANSWER.contains(parameter.getKey())) {
                for (String values : parameter.getValue()) {
                    all = all.and(any(parameter.getKey(), values));
                }
            }
        }
        return all;
    }

    private static Predicate<Subscription> any(String name, String values) {
        BiPredicate<Subscription, String> known = KNOWN.get(name);
        if (known == null) {
            throw new InvalidRequest(
                    Kind.MALFORMED, "", "Subscriptions are found by _id, status, url, type, payload and criteria");
        }
        List<String> wanted = List.of(values.split(","));
        return each -> wanted.stream().anyMatch(value -> known.test(each, value));
    }
}
