package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of a response by linkId, wherever they stand in it: groups of a form may come in several parts. */
final class GivenAnswers {

    private final Map<String, List<ObjectNode>> byLinkId = new LinkedHashMap<>();
    private int items;
    private int answers;

    private GivenAnswers() {}

    /** What says nothing is left out. */
    static Map<String, List<ObjectNode>> of(ObjectNode response) {
        GivenAnswers given = new GivenAnswers();
        given.read(response.path("item"), 1);
        return given.byLinkId;
    }

    private void read(JsonNode list, int depth) {
        if (!list.isArray() || depth > Limits.DEEPEST) {
            return;
        }
        for (JsonNode item : list) {
            if (++items > Limits.MOST_ITEMS) {
                return;
            }
            read(item.path("item"), depth + 1);
            answers(item, depth);
        }
    }

    private void answers(JsonNode item, int depth) {
        if (!item.path("answer").isArray() || !item.path("linkId").isTextual()) {
            return;
        }
        for (JsonNode each : item.path("answer")) {
            if (++answers > Limits.MOST_ANSWERS) {
                return;
            }
            if (each instanceof ObjectNode answer) {
                if (!TypedValue.ofAnswers(List.of(answer)).isEmpty()) {
                    byLinkId.computeIfAbsent(item.path("linkId").textValue(), none -> new ArrayList<>())
                            .add(answer);
                }
                read(answer.path("item"), depth + 1);
            }
        }
    }
}
