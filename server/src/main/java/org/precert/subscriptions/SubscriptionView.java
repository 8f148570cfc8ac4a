package org.precert.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Shows subscriptions to their owner: what was sent, with what became of it. */
final class SubscriptionView {

    private final ObjectMapper json;
    private final NotificationWriter writer;

    SubscriptionView(ObjectMapper json, NotificationWriter writer) {
        this.json = json;
        this.writer = writer;
    }

    String url(Subscription subscription) {
        return writer.url(subscription);
    }

    ObjectNode resource(Subscription subscription) {
        ObjectNode shown = json.createObjectNode();
        shown.put("resourceType", "Subscription").put("id", subscription.id());
        ObjectNode sent = subscription.resource().deepCopy();
        ObjectNode meta = sent.remove("meta") instanceof ObjectNode given ? given : json.createObjectNode();
        meta.put("versionId", Integer.toString(subscription.revision()));
        meta.put("lastUpdated", subscription.updatedAt().toString());
        shown.set("meta", meta);
        sent.remove(List.of("resourceType", "id", "status", "_status", "error", "_error"));
        shown.put("status", subscription.status().code());
        shown.setAll(sent);
        if (subscription.status() == Status.ERROR) {
            shown.put("error", subscription.error());
        }
        return shown;
    }

    /** @param self the search, as it was understood */
    ObjectNode found(List<Subscription> all, String self) {
        ObjectNode bundle =
                json.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        bundle.put("total", all.size());
        bundle.putArray("link").addObject().put("relation", "self").put("url", self);
        ArrayNode entries = json.createArrayNode();
        for (Subscription each : all) {
            ObjectNode entry = entries.addObject().put("fullUrl", url(each));
            entry.set("resource", resource(each));
            entry.putObject("search").put("mode", "match");
        }
        if (!entries.isEmpty()) {
            bundle.set("entry", entries);
        }
        return bundle;
    }
}
