package org.precert.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** A part of what was sent, and where it stands: whoever refuses something in it can say where. */
record SentObject(JsonNode node, String path) {

    SentObject at(String name) {
        return new SentObject(node.path(name), path + "." + name);
    }

    /** Nothing for what is missing, blank or no text. */
    Optional<String> text(String name) {
        return Optional.of(node.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(each -> !each.isBlank());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> at(name).refused("This must be there"));
    }

    /** The extensions of a name. */
    List<SentObject> extensions(String url) {
        JsonNode all = node.path("extension");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> url.equals(each.path("url").textValue()))
                .map(each -> new SentObject(each, path + ".extension.where(url='" + url + "')"))
                .toList();
    }

    /** At most one extension of a name. */
    Optional<SentObject> extension(String url) {
        List<SentObject> all = extensions(url);
        if (all.size() > 1) {
            throw all.get(0).refused("This extension must not be there twice");
        }
        return all.stream().findFirst();
    }

    void withoutModifiers() {
        if (node.path("modifierExtension") instanceof ArrayNode all && !all.isEmpty()) {
            throw at("modifierExtension").refused("No modifier extension is understood here");
        }
    }

    ObjectNode object() {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw refused("This must be there");
    }

    InvalidRequest refused(String why) {
        return new InvalidRequest(Kind.NOT_CONFORMANT, path, why);
    }
}
