package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one response beside its form, item by item, and notes what does not fit. */
final class ResponseReading {

    private final Form form;
    private final ValueSetMembership valueSets;
    private final Map<String, ValueCheck> checks = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int items;
    private int answers;

    private ResponseReading(Form form, ValueSetMembership valueSets) {
        this.form = form;
        this.valueSets = valueSets;
    }

    static List<Problem> problems(Form form, ObjectNode response, ValueSetMembership valueSets) {
        ResponseReading reading = new ResponseReading(form, valueSets);
        reading.items(response.path("item"), "", 1);
        return reading.problems;
    }

    /** @param parent the linkId that they stand under; empty at the root */
    private void items(JsonNode list, String parent, int depth) {
        if (list.isMissingNode()) {
            return;
        }
        if (!list.isArray() || depth > Limits.DEEPEST) {
            problem(
                    parent,
                    list.isArray() ? "Items are nested more than " + Limits.DEEPEST + " deep" : "'item' is no list");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode item : list) {
            if (++items > Limits.MOST_ITEMS) {
                if (items == Limits.MOST_ITEMS + 1) {
                    problem("", "The response has more than " + Limits.MOST_ITEMS + " items");
                }
                return;
            }
            item(item, parent, seen, depth);
        }
    }

    private void item(JsonNode json, String parent, Set<String> seen, int depth) {
        String linkId = json.path("linkId").asText();
        Optional<FormItem> known = form.item(linkId);
        if (linkId.isBlank()) {
            problem("", "An item has no linkId");
            return;
        }
        if (known.isEmpty()) {
            problem(linkId, "The form has no such item");
            return;
        }
        FormItem item = known.get();
        if (!item.parent().orElse("").equals(parent)) {
            problem(
                    linkId,
                    item.parent()
                            .map(around -> "This belongs inside " + new Problem(around, "").linkId())
                            .orElse("This belongs inside no other item"));
        }
        boolean first = seen.add(linkId);
        if (!first && !(item.type() == ItemType.GROUP && item.repeats())) {
            problem(linkId, "This stands there more than once");
        }
        answers(item, json.path("answer"), depth);
        items(json.path("item"), linkId, depth + 1);
    }

    private void answers(FormItem item, JsonNode list, int depth) {
        if (list.isMissingNode()) {
            return;
        }
        if (!item.isQuestion()) {
            problem(item.linkId(), "This is no question, but it has an answer");
            return;
        }
        if (!list.isArray() || list.isEmpty()) {
            problem(item.linkId(), "'answer' is no list, or an empty one: leave it out where there is none");
            return;
        }
        if (list.size() > 1 && !item.repeats()) {
            problem(item.linkId(), "The question takes one answer");
        }
        for (JsonNode answer : list) {
            if (++answers > Limits.MOST_ANSWERS) {
                if (answers == Limits.MOST_ANSWERS + 1) {
                    problem("", "The response has more than " + Limits.MOST_ANSWERS + " answers");
                }
                return;
            }
            answer(item, answer);
            items(answer.path("item"), item.linkId(), depth + 1);
        }
    }

    private void answer(FormItem item, JsonNode answer) {
        List<TypedValue> values = TypedValue.in(answer, "value");
        if (values.size() > 1) {
            problem(item.linkId(), "One answer has several values");
        } else if (values.isEmpty() || values.get(0).isBlank()) {
            problem(item.linkId(), "An answer is empty");
        } else {
            check(item).problem(values.get(0)).ifPresent(message -> problem(item.linkId(), message));
        }
    }

    private ValueCheck check(FormItem item) {
        return checks.computeIfAbsent(item.linkId(), first -> new ValueCheck(item, new ItemRules(item), valueSets));
    }

    private void problem(String linkId, String message) {
        if (problems.size() <= Limits.MOST_PROBLEMS) {
            problems.add(new Problem(linkId, message));
        }
    }
}
