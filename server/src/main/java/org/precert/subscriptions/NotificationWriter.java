package org.precert.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Writes what is sent to subscribers, and what $status and $events answer: profiles backport-subscription-notification-r4
 * and backport-subscription-status-r4.
 */
final class NotificationWriter {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json;
    private final Clock clock;
    private final Supplier<String> ids;
    private final String baseUrl;

    /** @param baseUrl where clients reach this server */
    NotificationWriter(ObjectMapper json, Clock clock, Supplier<String> ids, String baseUrl) {
        this.json = json;
        this.clock = clock;
        this.ids = ids;
        this.baseUrl = baseUrl;
    }

    /** The URL of a subscription. */
    String url(Subscription subscription) {
        return base(subscription) + "/Subscription/" + subscription.id();
    }

    /** @param told the number of the last event that was delivered: who misses one can tell */
    ObjectNode handshake(Subscription subscription, long told) {
        return history(subscription, status(subscription, Status.REQUESTED, "handshake", told));
    }

    /** @param told the number of the last event that was delivered */
    ObjectNode heartbeat(Subscription subscription, long told) {
        return history(subscription, status(subscription, Status.ACTIVE, "heartbeat", told));
    }

    ObjectNode event(Subscription subscription, Event event, Content content) {
        ObjectNode status = status(subscription, Status.ACTIVE, "event-notification", event.number());
        return events(subscription, List.of(event), content, status);
    }

    /** What $events answers. */
    ObjectNode events(Subscription subscription, List<Event> events, Content content) {
        ObjectNode status = status(subscription, subscription.status(), "query-event", subscription.events());
        return events(subscription, events, content, status);
    }

    /** What $status answers. */
    ObjectNode statuses(Subscription subscription) {
        ObjectNode bundle = bundle("searchset");
        bundle.put("total", 1);
        ObjectNode status = status(subscription, subscription.status(), "query-status", subscription.events());
        ObjectNode entry = bundle.putArray("entry").addObject();
        entry.put("fullUrl", "urn:uuid:" + status.path("id").asText());
        entry.set("resource", status);
        entry.putObject("search").put("mode", "match");
        return bundle;
    }

    private ObjectNode events(Subscription subscription, List<Event> events, Content content, ObjectNode status) {
        ObjectNode bundle = history(subscription, status);
        for (Event event : events) {
            ObjectNode told = ((ArrayNode) status.path("parameter")).addObject().put("name", "notification-event");
            ArrayNode parts = told.putArray("part");
            parts.addObject().put("name", "event-number").put("valueString", Long.toString(event.number()));
            parts.addObject()
                    .put("name", "timestamp")
                    .put("valueInstant", event.at().toString());
            if (content != Content.EMPTY) {
                ObjectNode entry =
                        content == Content.ID_ONLY ? response(subscription, event) : bundle(subscription, event);
                ((ArrayNode) bundle.path("entry")).add(entry);
                parts.addObject()
                        .put("name", "focus")
                        .putObject("valueReference")
                        .put("reference", entry.path("fullUrl").asText());
            }
        }
        return bundle;
    }

    /** Where the answer can be read, and nothing of it. */
    private ObjectNode response(Subscription subscription, Event event) {
        ObjectNode entry = json.createObjectNode();
        String local = "ClaimResponse/" + event.claimResponseId();
        entry.put("fullUrl", base(subscription) + "/" + local);
        entry.putObject("request").put("method", "PUT").put("url", local);
        entry.putObject("response").put("status", "200");
        return entry;
    }

    /** The whole answer; once it is kept no more, the entry says that it was there. */
    private ObjectNode bundle(Subscription subscription, Event event) {
        ObjectNode entry = json.createObjectNode();
        ObjectNode body = event.body().map(this::tree).orElseGet(json::createObjectNode);
        entry.put("fullUrl", "urn:uuid:" + guid(body, subscription, event));
        if (!body.isEmpty()) {
            entry.set("resource", body);
        }
        entry.putObject("request").put("method", "POST").put("url", base(subscription) + "/Bundle");
        entry.putObject("response").put("status", "201");
        return entry;
    }

    /** The same at each attempt: a receiver tells by it, too, what it got already. */
    private static String guid(ObjectNode body, Subscription subscription, Event event) {
        String id = body.path("id").asText().toLowerCase(Locale.ROOT);
        String made = subscription.id() + "/" + event.number();
        return GUID.matcher(id).matches()
                ? id
                : UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private ObjectNode history(Subscription subscription, ObjectNode status) {
        ObjectNode bundle = bundle("history");
        ObjectNode entry = bundle.putArray("entry").addObject();
        entry.put("fullUrl", "urn:uuid:" + status.path("id").asText());
        entry.set("resource", status);
        entry.putObject("request").put("method", "GET").put("url", url(subscription) + "/$status");
        entry.putObject("response").put("status", "200");
        return bundle;
    }

    private ObjectNode bundle(String type) {
        ObjectNode bundle =
                json.createObjectNode().put("resourceType", "Bundle").put("id", ids.get());
        return bundle.put("type", type).put("timestamp", clock.instant().toString());
    }

    private ObjectNode status(Subscription subscription, Status is, String type, long told) {
        ObjectNode status =
                json.createObjectNode().put("resourceType", "Parameters").put("id", ids.get());
        status.putObject("meta").putArray("profile").add(Urls.STATUS);
        ArrayNode parameters = status.putArray("parameter");
        parameters
                .addObject()
                .put("name", "subscription")
                .putObject("valueReference")
                .put("reference", url(subscription));
        parameters.addObject().put("name", "topic").put("valueCanonical", Urls.TOPIC);
        parameters.addObject().put("name", "status").put("valueCode", is.code());
        parameters.addObject().put("name", "type").put("valueCode", type);
        parameters.addObject().put("name", "events-since-subscription-start").put("valueString", Long.toString(told));
        if (is == Status.ERROR) {
            parameters
                    .addObject()
                    .put("name", "error")
                    .putObject("valueCodeableConcept")
                    .put("text", subscription.error());
        }
        return status;
    }

    private String base(Subscription subscription) {
        return baseUrl + subscription.guide().path();
    }

    private ObjectNode tree(String body) {
        try {
            return (ObjectNode) json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
