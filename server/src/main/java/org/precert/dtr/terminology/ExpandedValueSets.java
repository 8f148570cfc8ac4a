package org.precert.dtr.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value sets of the terminology with their codes, from memory: what deciding knows, as clients may list it. The codes
 * are those of today, for no code here has a date: only active ones are listed. Safe for many threads.
 */
public final class ExpandedValueSets {

    private final Map<String, PreparedSet> byUrl = new HashMap<>();
    private final Clock clock;

    /** @param terminology every ValueSet and CodeSystem, with the deployment's own; two files of one canonical add up */
    public ExpandedValueSets(Collection<JsonNode> terminology, Clock clock) {
        this.clock = clock;
        Concepts concepts = new Concepts(terminology);
        Map<String, List<JsonNode>> files = new LinkedHashMap<>();
        for (JsonNode resource : terminology) {
            if (resource.path("resourceType").asText().equals("ValueSet")) {
                files.computeIfAbsent(resource.path("url").asText(), any -> new ArrayList<>())
                        .add(resource);
            }
        }
        files.forEach((url, all) -> byUrl.put(url, new PreparedSet(all, concepts)));
    }

    /**
     * The whole value set with all its active codes, expanded as of today.
     *
     * @param canonical its url, with or without {@code |version}
     * @return a new one each time; nothing for a set or a version that is not here
     */
    public Optional<ObjectNode> find(String canonical) {
        return expand(canonical, Selection.ALL);
    }

    /** Its version; empty if it has none, or is not here. */
    public String version(String canonical) {
        return set(canonical).map(PreparedSet::version).orElse("");
    }

    /** How many active codes it has; 0 for a set that is not here. */
    public int size(String canonical) {
        return set(canonical).map(PreparedSet::size).orElse(0);
    }

    /**
     * Whether the code is in it, as deciding has it: by the list, whether or not the code is still active, or below a
     * category. An answer may well have a code that a list for choosing has no more, or not yet.
     */
    public boolean holds(String canonical, String system, String code) {
        return set(canonical).filter(set -> set.holds(system, code)).isPresent();
    }

    Optional<ObjectNode> expand(String canonical, Selection selection) {
        return set(canonical).map(set -> new Expansion(set, selection, LocalDate.now(clock)).write());
    }

    private Optional<PreparedSet> set(String canonical) {
        int bar = canonical.indexOf('|');
        String url = bar < 0 ? canonical : canonical.substring(0, bar);
        String version = bar < 0 ? "" : canonical.substring(bar + 1);
        return Optional.ofNullable(byUrl.get(url)).filter(set -> version.isEmpty() || version.equals(set.version()));
    }
}
