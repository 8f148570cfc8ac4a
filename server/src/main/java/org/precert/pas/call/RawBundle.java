package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entries of a Bundle and how references between them resolve: by the text of the fullUrl; a relative reference
 * against the base of the fullUrl of the entry that makes it (FHIR R4, Bundle, 2.36.4.1). A lenient one also looks for
 * the type and id alone, if they are there once.
 */
public final class RawBundle {

    private static final Pattern VERSION = Pattern.compile("/_history/[^/]*$");
    private static final Pattern REST = Pattern.compile("^(https?://.*/)[A-Za-z]+/[^/]+$");
    private static final Pattern TAIL = Pattern.compile("(?:^|/)([A-Z][A-Za-z]+/[^/]+)$");
    private static final String UUID = "urn:uuid:";

    private final ObjectNode head;
    private final List<Entry> entries;
    private final boolean lenient;
    private final Map<String, Entry> byUrl = new HashMap<>();
    private final Map<Entry, Integer> places;
    private final Map<String, List<Entry>> byTypeAndId = new HashMap<>();
    private final Map<Entry, List<Spot>> references = new HashMap<>();
    private final Map<Entry, Optional<String>> bases = new HashMap<>();

    /** @param places the entries, each with its place in what was sent */
    RawBundle(ObjectNode head, Map<Entry, Integer> places, boolean lenient) {
        this.head = head;
        this.entries = List.copyOf(places.keySet());
        this.places = Map.copyOf(places);
        this.lenient = lenient;
        for (Entry entry : this.entries) {
            byUrl.putIfAbsent(key(entry.fullUrl()), entry);
            if (!entry.id().isEmpty()) {
                byTypeAndId
                        .computeIfAbsent(entry.type() + "/" + entry.id(), id -> new ArrayList<>(1))
                        .add(entry);
            }
        }
    }

    /** The Bundle without its entries. */
    public ObjectNode head() {
        return head;
    }

    /** In the order in which they were sent, each once. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * What a reference leads to.
     *
     * @param from the entry that makes the reference
     * @return empty if it leads out of the Bundle; for {@code #id} a contained resource, as an entry with that fragment
     */
    public Optional<Entry> resolve(String reference, Entry from) {
        if (reference.startsWith("#")) {
            return contained(reference, from);
        }
        String target = VERSION.matcher(reference).replaceFirst("");
        return Optional.ofNullable(byUrl.get(key(target)))
                .or(() -> bases.computeIfAbsent(from, RawBundle::base).map(base -> byUrl.get(base + target)))
                .or(() -> lenient ? byTypeAndId(target) : Optional.empty());
    }

    /** An entry and all that its references lead to, however far; the entry itself first. */
    public Set<Entry> closure(Entry from) {
        return closure(List.of(from));
    }

    /** Every reference that it makes, in document order. */
    List<Spot> references(Entry entry) {
        return references.computeIfAbsent(entry, each -> References.of(spot(each)));
    }

    /** Several entries, and all that their references lead to. */
    Set<Entry> closure(List<Entry> from) {
        Set<Entry> reached = new LinkedHashSet<>();
        Deque<Entry> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Entry next = open.remove();
            if (reached.add(next)) {
                for (Spot reference : references(next)) {
                    resolve(reference.text(), next)
                            .filter(each -> !isContained(each))
                            .ifPresent(open::add);
                }
            }
        }
        return reached;
    }

    /** Where an entry's resource stands, as a FHIRPath from the Bundle. */
    public String path(Entry entry) {
        return "Bundle.entry[" + places.getOrDefault(entry, 0) + "].resource";
    }

    Spot spot(Entry entry) {
        return new Spot(entry.resource(), path(entry));
    }

    private boolean isContained(Entry entry) {
        return !places.containsKey(entry);
    }

    private static Optional<Entry> contained(String reference, Entry from) {
        String id = reference.substring(1);
        if (id.isEmpty()) {
            return Optional.of(from);
        }
        for (JsonNode each : from.resource().path("contained")) {
            if (each instanceof ObjectNode resource && each.path("id").asText().equals(id)) {
                return Optional.of(new Entry(from.fullUrl() + reference, resource, resource.toString()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> base(Entry from) {
        Matcher rest = REST.matcher(VERSION.matcher(from.fullUrl()).replaceFirst(""));
        return rest.matches() ? Optional.of(rest.group(1)) : Optional.empty();
    }

    private Optional<Entry> byTypeAndId(String target) {
        Matcher tail = TAIL.matcher(target);
        return tail.find()
                ? Optional.of(byTypeAndId.getOrDefault(tail.group(1), List.of()))
                        .filter(found -> found.size() == 1)
                        .map(found -> found.get(0))
                : Optional.empty();
    }

    /** The letters of a UUID count the same, large or small (RFC 4122, 3). */
    static String key(String url) {
        return url.regionMatches(true, 0, UUID, 0, UUID.length()) ? url.toLowerCase(Locale.ROOT) : url;
    }
}
