package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Escapes can spell what is no text: half a surrogate pair, which no UTF-8 can carry, and NUL, which no database keeps. */
public final class Characters {

    private Characters() {}

    /** Whether every key and every text in a tree can be written again and stored. */
    public static boolean areText(JsonNode tree) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(tree));
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            if (node.isTextual() && !isText(node.textValue())) {
                return false;
            }
            for (var field : node.properties()) {
                if (!isText(field.getKey())) {
                    return false;
                }
            }
            node.forEach(open::add);
        }
        return true;
    }

    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point ->
                        point == 0 || (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)));
    }
}
