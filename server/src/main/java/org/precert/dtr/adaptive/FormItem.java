package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One item of a form.
 *
 * @param json as authored, with the items within
 * @param parent the linkId of the item that it stands in
 * @param conditions when it is asked; none means always
 * @param one whether one condition is enough, where there are several
 */
record FormItem(
        String linkId,
        ItemType type,
        ObjectNode json,
        Optional<String> parent,
        List<Condition> conditions,
        boolean one) {

    FormItem {
        conditions = List.copyOf(conditions);
    }

    boolean isQuestion() {
        return type.isQuestion();
    }

    boolean repeats() {
        return json.path("repeats").asBoolean();
    }

    boolean isRequired() {
        return json.path("required").asBoolean();
    }
}
