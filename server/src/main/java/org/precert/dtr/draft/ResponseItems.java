package org.precert.dtr.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.precert.dtr.adaptive.AnsweredForm;
import org.precert.dtr.adaptive.Form;
import org.precert.dtr.adaptive.Prefills;

/** The items of a response: the answers that are known to what is asked, in the groups that they belong to. */
public record ResponseItems(ObjectMapper json) {

    /**
     * Answers to what the other answers do not ask for are left out: a response that has them does not fit its form.
     *
     * @param form with items
     */
    public ArrayNode of(ObjectNode form, Prefills answers) {
        ObjectNode all = json.createObjectNode();
        all.set("item", of(form.path("item"), answers, any -> true));
        AnsweredForm answered = AnsweredForm.of(Form.of(form), all);
        return of(form.path("item"), answers, answered::isEnabled);
    }

    private ArrayNode of(JsonNode items, Prefills answers, Predicate<String> asked) {
        ArrayNode written = json.createArrayNode();
        for (JsonNode item : items) {
            String linkId = item.path("linkId").asText();
            List<ObjectNode> given = asked.test(linkId) ? answers.answers(linkId) : List.of();
            ArrayNode within = of(item.path("item"), answers, asked);
            if (!given.isEmpty() || !within.isEmpty()) {
                ObjectNode one = head(item);
                if (!given.isEmpty()) {
                    one.putArray("answer").addAll(given);
                }
                if (!within.isEmpty()) {
                    one.set("item", within);
                }
                written.add(one);
            }
        }
        return written;
    }

    /** DTR 2.0.1 wants an item in every response: an empty one of the first group. */
    public ArrayNode blank(ObjectNode form) {
        return json.createArrayNode().add(head(form.path("item").path(0)));
    }

    private ObjectNode head(JsonNode item) {
        ObjectNode head = json.createObjectNode();
        head.set("linkId", item.path("linkId"));
        head.set("text", item.path("text"));
        return head;
    }
}
