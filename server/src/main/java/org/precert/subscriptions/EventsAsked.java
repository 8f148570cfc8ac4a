package org.precert.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Which events are asked for again, by $events.
 *
 * @param since the first, and {@code until} the last
 * @param content how much of them, if it is said
 */
record EventsAsked(long since, long until, Optional<Content> content) {

    private static final int MOST_DIGITS = 18;

    /** @param parameter what was sent under a name */
    static EventsAsked of(Function<String, Optional<String>> parameter) {
        Optional<String> content = parameter.apply("content");
        Optional<Content> known = content.flatMap(Content::of);
        if (content.isPresent() && known.isEmpty()) {
            throw new InvalidRequest(Kind.MALFORMED, "content", "The content is empty, id-only or full-resource");
        }
        return new EventsAsked(
                number(parameter, "eventsSinceNumber").orElse(0L),
                number(parameter, "eventsUntilNumber").orElse(Long.MAX_VALUE),
                known);
    }

    /** @param parameters as JSON; anything else holds none */
    static EventsAsked of(JsonNode parameters) {
        return of(name -> {
            for (JsonNode each : parameters.path("parameter")) {
                if (name.equals(each.path("name").textValue())) {
                    return value(each);
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<String> value(JsonNode parameter) {
        return parameter.properties().stream()
                .filter(each -> each.getKey().startsWith("value"))
                .map(each -> each.getValue().asText())
                .findFirst();
    }

    private static Optional<Long> number(Function<String, Optional<String>> parameter, String name) {
        return parameter.apply(name).map(text -> {
            if (text.length() > MOST_DIGITS || !text.matches("\\d+")) {
                throw new InvalidRequest(Kind.MALFORMED, name, "The number of an event is one");
            }
            return Long.parseLong(text);
        });
    }
}
