package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RawBundle;

/** Calls each resource of a Bundle Type/id, as policies do, however the Bundle refers to it. */
final class LocalReferences {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]{1,63}/[A-Za-z0-9\\-.]{1,64})(?:/_history/.*)?", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final RawBundle bundle;
    private final Map<Entry, String> names = new HashMap<>();

    LocalReferences(RawBundle bundle) {
        this.bundle = bundle;
        Set<String> taken = new HashSet<>();
        for (Entry entry : bundle.entries()) {
            String name = entry.type() + "/" + id(entry);
            // Two servers may have given the same id.
            for (int i = 2; !taken.add(name); i++) {
                name = entry.type() + "/" + id(entry) + "-" + i;
            }
            names.putIfAbsent(entry, name);
        }
    }

    private String id(Entry entry) {
        if (ID.matcher(entry.id()).matches()) {
            return entry.id();
        }
        String end = entry.fullUrl()
                .substring(Math.max(
                                entry.fullUrl().lastIndexOf('/'),
                                entry.fullUrl().lastIndexOf(':'))
                        + 1);
        return ID.matcher(end).matches() ? end : "entry-" + bundle.entries().indexOf(entry);
    }

    /** Type/id. */
    String of(Entry entry) {
        return names.getOrDefault(entry, entry.type() + "/" + entry.id());
    }

    /** What the Claim would lead to by this reference, as Type/id. */
    String of(String reference) {
        return of(reference, bundle.entries().get(0));
    }

    private String of(String reference, Entry from) {
        if (reference.startsWith("#")) {
            return reference;
        }
        return bundle.resolve(reference, from).map(this::of).orElseGet(() -> {
            Matcher matcher = REFERENCE.matcher(reference);
            return matcher.matches() ? matcher.group(1) : reference;
        });
    }

    /** A copy that has this id, and refers to others by theirs. */
    ObjectNode localized(Entry entry) {
        ObjectNode copy = entry.resource().deepCopy();
        String name = of(entry);
        copy.put("id", name.substring(name.indexOf('/') + 1));
        rewrite(copy, entry);
        return copy;
    }

    private void rewrite(JsonNode node, Entry from) {
        if (node instanceof ObjectNode object && object.path("reference").isTextual()) {
            object.put("reference", of(object.path("reference").textValue(), from));
        }
        node.forEach(child -> rewrite(child, from));
    }
}
