package org.precert.crd.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.Supplier;
import org.precert.coverage.GuideVersion;
import org.precert.crd.answer.Card;
import org.precert.crd.answer.OverrideReason;
import org.precert.crd.answer.Suggestion;
import org.precert.crd.answer.Suggestion.Action;

/** Writes cards. Empty arrays are left out: clients read an empty list of links as "has links". */
record CardWriter(GuideVersion version, TaskWriter tasks, Supplier<String> ids) {

    void write(ObjectNode node, Card card) {
        node.put("uuid", ids.get());
        node.put("summary", card.summary());
        node.put("detail", card.detail());
        node.put("indicator", card.indicator().name().toLowerCase(Locale.ROOT));
        node.putObject("source")
                .put("label", card.source())
                .putObject("topic")
                .put("system", types())
                .put("code", card.topic().code())
                .put("display", card.topic().display());
        if (!card.links().isEmpty()) {
            links(node.putArray("links"), card);
        }
        if (!card.suggestions().isEmpty()) {
            // The proposals of a card are for one order, and exclude each other.
            node.put("selectionBehavior", "at-most-one");
            ArrayNode suggestions = node.putArray("suggestions");
            card.suggestions().forEach(suggestion -> write(suggestions.addObject(), suggestion));
        }
        if (card.indicator() == Card.Indicator.WARNING) {
            ArrayNode reasons = node.putArray("overrideReasons");
            for (OverrideReason reason : OverrideReason.values()) {
                reasons.addObject()
                        .put("system", OverrideReason.SYSTEM)
                        .put("code", reason.code())
                        .put("display", reason.display());
            }
        }
        if (!card.orders().isEmpty()) {
            ArrayNode orders = node.putObject("extension").putArray("davinci-crd.associated-resource");
            card.orders().stream().sorted().forEach(orders::add);
        }
    }

    /** The code system of card types. */
    private String types() {
        return switch (version) {
            case STU_2_0 -> "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp";
            case STU_2_2 -> "http://terminology.hl7.org/CodeSystem/cdshooks-card-type";
        };
    }

    private static void links(ArrayNode links, Card card) {
        card.links()
                .forEach(link -> links.addObject()
                        .put("label", link.label())
                        .put("url", link.url())
                        .put("type", "absolute"));
    }

    private void write(ObjectNode node, Suggestion suggestion) {
        node.put("label", suggestion.label());
        node.put("uuid", ids.get());
        ArrayNode actions = node.putArray("actions");
        suggestion.actions().forEach(action -> write(actions.addObject(), action));
    }

    private void write(ObjectNode node, Action action) {
        if (action instanceof Action.Update update) {
            node.put("type", "update").put("description", update.description());
            node.set("resource", update.resource());
        } else if (action instanceof Action.Create create) {
            node.put("type", "create").put("description", create.description());
            node.set("resource", create.resource());
            create.unlessThere()
                    .ifPresent(search -> node.putObject("extension").put("davinci-crd.if-none-exist", search));
        } else if (action instanceof Action.Complete complete) {
            node.put("type", "create").put("description", complete.description());
            node.set("resource", tasks.write(complete.task()));
        } else if (action instanceof Action.Delete delete) {
            node.put("type", "delete").put("description", delete.description());
            node.put("resourceId", delete.reference());
        }
    }
}
