package org.precert.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.precert.evaluation.Facts;

/** The patient's chart, as far as a door can read more of it than came with the request. */
public interface Chart {

    /** A chart of which no more can be read than what was sent. */
    Chart CLOSED = types -> More.NOTHING;

    /**
     * Reads the patient's resources of these types. Never throws: what can not be read stays unknown.
     *
     * @param types FHIR types that the matched policies look at
     */
    More read(Set<String> types);

    /**
     * @param resources what was found, in canonical JSON, for the ledger
     * @param facts the same, parsed
     * @param unread types that were asked for and could not be read
     */
    record More(List<ObjectNode> resources, Facts facts, Set<String> unread) {

        public static final More NOTHING = new More(List.of(), new Facts(List.of()), Set.of());

        public More {
            resources = List.copyOf(resources);
            unread = Set.copyOf(unread);
        }
    }
}
