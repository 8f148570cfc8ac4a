package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.precert.pas.call.Entry;
import org.precert.pas.call.SubmittedRequest;

/**
 * Information that a request points to only in order to take it back (infoCancelled): it counts no more, whether it stands in
 * the Bundle or was sent before.
 *
 * @param references as Type/id
 * @param identifiers as system|value
 * @param unclear whether something is taken back of which nobody can tell what it is
 */
record Withdrawn(Set<String> references, Set<String> identifiers, boolean unclear) {

    Withdrawn {
        references = Set.copyOf(references);
        identifiers = Set.copyOf(identifiers);
    }

    static Withdrawn of(SubmittedRequest request, LocalReferences local) {
        Set<String> references = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        boolean unclear = false;
        for (JsonNode info : request.withdrawn()) {
            String reference = info.path("reference").asText();
            String identifier = token(info.path("identifier"));
            if (!reference.isEmpty()) {
                references.add(local.of(reference));
            }
            if (!identifier.isEmpty()) {
                identifiers.add(identifier);
            }
            unclear |= reference.isEmpty() && identifier.isEmpty();
        }
        for (Entry attached : request.attached()) {
            references.remove(local.of(attached));
        }
        return new Withdrawn(references, identifiers, unclear);
    }

    /** @param resource with its id as policies call it */
    boolean takes(ObjectNode resource) {
        if (references.contains(resource.path("resourceType").asText() + "/"
                + resource.path("id").asText())) {
            return true;
        }
        JsonNode own = resource.path("identifier");
        if (own.isObject()) {
            return identifiers.contains(token(own));
        }
        for (JsonNode each : own) {
            if (identifiers.contains(token(each))) {
                return true;
            }
        }
        return false;
    }

    private static String token(JsonNode identifier) {
        String value = identifier.path("value").asText().strip();
        return value.isEmpty() ? "" : identifier.path("system").asText().strip() + "|" + value;
    }
}
