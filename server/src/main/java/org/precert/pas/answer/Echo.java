package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RawBundle;
import org.precert.pas.call.SubmittedRequest;

/**
 * What an answer sends back of the request: whatever it refers to, and whatever that needs to resolve, each once, under the same fullUrl
 * and in the same bytes (PAS 2.2.1, spec-33). The Claim itself is named and not sent back.
 */
final class Echo {

    private static final List<String> KEPT = List.of("type", "identifier", "display");

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** In the order in which they were first referred to. */
    Collection<Entry> entries() {
        return entries.values();
    }

    /** A Reference of the Claim, for the answer. */
    ObjectNode reference(SubmittedRequest request, JsonNode sent) {
        return reference(request, sent, request.claim());
    }

    /**
     * A Reference as it was sent, by the fullUrl of what it leads to: it resolves by its text, whatever the answer's own address is.
     *
     * @param from the entry that made the Reference
     */
    ObjectNode reference(SubmittedRequest request, JsonNode sent, Entry from) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        String text = sent.path("reference").asText();
        Optional<Entry> target =
                text.isEmpty() ? Optional.empty() : request.bundle().resolve(text, from);
        if (text.startsWith("#")) {
            target.map(Entry::resource).ifPresent(resource -> contained(copy, resource));
        } else if (target.isPresent()) {
            copy.put("reference", target.get().fullUrl());
            keep(request.bundle(), target.get());
        } else if (!text.isEmpty()) {
            copy.put("reference", text);
        }
        KEPT.forEach(field -> Optional.ofNullable(sent.get(field)).ifPresent(value -> copy.set(field, value)));
        if (copy.isEmpty()) {
            new Extensions(copy).add(Terms.ABSENT).put("valueCode", "unknown");
        }
        return copy;
    }

    private void keep(RawBundle bundle, Entry entry) {
        bundle.closure(entry).forEach(each -> entries.putIfAbsent(each.fullUrl(), each));
    }

    /** What stood inside the Claim is not there any more; its identifier still tells who is meant. */
    private static void contained(ObjectNode copy, JsonNode resource) {
        JsonNode identifier = resource.path("identifier").path(0);
        if (identifier.isObject()) {
            copy.set("identifier", identifier);
        }
        if (resource.path("name").isTextual()) {
            copy.set("display", resource.path("name"));
        }
    }
}
