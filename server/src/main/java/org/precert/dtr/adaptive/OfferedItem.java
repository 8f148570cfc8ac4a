package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How an item of the standard form is written in the contained one.
 *
 * @param present whether the contained form keeps conditions, and has the question that one looks at
 */
record OfferedItem(Predicate<String> present) {

    private static final List<String> CONDITIONS = List.of("enableWhen", "enableBehavior");

    /** What a further part says again; not that something in it is required, which the first part says. */
    private static final Set<String> OF_A_PART =
            Set.of("extension", "prefix", "text", "_text", "code", "enableWhen", "enableBehavior");

    /** The item, with these of its items. */
    ObjectNode whole(FormItem item, List<ObjectNode> within) {
        return finished(withoutItems(item.json()), item, within);
    }

    static ObjectNode withoutItems(ObjectNode json) {
        ObjectNode copy = json.objectNode();
        json.properties().forEach(field -> {
            if (!field.getKey().equals("item")) {
                copy.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        return copy;
    }

    /** A group with further items; also of a question, which can not be asked twice. */
    ObjectNode part(FormItem item, Part part, List<ObjectNode> within) {
        ObjectNode group = item.json().objectNode();
        group.put("linkId", part.linkId());
        item.json().properties().forEach(field -> {
            boolean ofQuestion = item.isQuestion() && !field.getKey().contains("text");
            if (OF_A_PART.contains(field.getKey()) && !ofQuestion) {
                group.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        return finished(group.put("type", ItemType.GROUP.code()), item, within);
    }

    private ObjectNode finished(ObjectNode json, FormItem item, List<ObjectNode> within) {
        boolean kept = item.conditions().stream().map(Condition::question).allMatch(present);
        if (!kept || item.conditions().isEmpty()) {
            json.remove(CONDITIONS);
        }
        if (!within.isEmpty()) {
            json.putArray("item").addAll(within);
        }
        return json;
    }
}
