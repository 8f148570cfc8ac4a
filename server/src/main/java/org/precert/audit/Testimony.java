package org.precert.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What links say of other chains: where they ended once, and where retention cut them. */
final class Testimony {

    private final List<Seen> seen = new ArrayList<>();
    private final Map<Integer, ChainPoint> anchors = new HashMap<>();

    /** @param by who says so, for people */
    record Seen(ChainPoint point, String by) {}

    void hear(Link link, JsonNode body) {
        String by = "said by chain " + link.chain() + ", link " + link.number();
        if (link.kind().equals(EntryKind.CHECKPOINT.code())) {
            EntryJson.points(body, "heads").forEach(point -> seen.add(new Seen(point, by)));
        }
        if (link.kind().equals(EntryKind.SWEEP.code())) {
            EntryJson.points(body, "anchors")
                    .forEach(point -> anchors.merge(
                            point.chain(), point, (one, other) -> one.number() > other.number() ? one : other));
        }
    }

    void hear(ChainPoint expected) {
        seen.add(new Seen(expected, "as it was asked for"));
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Where a chain begins by what the sweeps say. */
    ChainPoint anchor(int chain) {
        return anchors.getOrDefault(chain, new ChainPoint(chain, 0, ChainPoint.NOTHING));
    }
}
