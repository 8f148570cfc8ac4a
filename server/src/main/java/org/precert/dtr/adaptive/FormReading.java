package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one Questionnaire; what is no item, or stands beyond the limits, becomes a flaw. */
final class FormReading {

    private final Map<String, FormItem> items = new LinkedHashMap<>();
    private final List<Problem> flaws = new ArrayList<>();
    private int seen;
    private int conditions;

    private FormReading() {}

    static Form read(ObjectNode questionnaire) {
        FormReading reading = new FormReading();
        reading.read(questionnaire.path("item"), Optional.empty(), 1);
        return new Form(questionnaire, reading.items, reading.flaws);
    }

    private void read(JsonNode list, Optional<String> parent, int depth) {
        if (list.isMissingNode()) {
            return;
        }
        if (!list.isArray() || depth > Limits.DEEPEST) {
            flaw(
                    parent.orElse(""),
                    list.isArray() ? "Items are nested more than " + Limits.DEEPEST + " deep" : "'item' is no list");
            return;
        }
        for (JsonNode each : list) {
            if (++seen > Limits.MOST_ITEMS) {
                if (seen == Limits.MOST_ITEMS + 1) {
                    flaw("", "The form has more than " + Limits.MOST_ITEMS + " items");
                }
                return;
            }
            item(each, parent, depth);
        }
    }

    private void item(JsonNode json, Optional<String> parent, int depth) {
        String linkId = json.path("linkId").asText();
        Optional<ItemType> type = ItemType.of(json.path("type").asText());
        if (!(json instanceof ObjectNode object) || linkId.isBlank() || linkId.length() > Limits.LONGEST_LINK_ID) {
            flaw("", "An item of the form has no linkId");
        } else if (type.isEmpty()) {
            flaw(linkId, "The form has no known type for this item");
        } else if (items.containsKey(linkId)) {
            flaw(linkId, "The form has several items with this linkId");
        } else {
            boolean one = object.path("enableBehavior").asText().equals("any");
            items.put(linkId, new FormItem(linkId, type.get(), object, parent, conditions(object, linkId), one));
            read(object.path("item"), Optional.of(linkId), depth + 1);
        }
    }

    private List<Condition> conditions(ObjectNode item, String linkId) {
        List<Condition> read = new ArrayList<>();
        for (JsonNode each : item.path("enableWhen")) {
            if (++conditions > Limits.MOST_CONDITIONS) {
                flaw(linkId, "The form has more than " + Limits.MOST_CONDITIONS + " conditions");
                return read;
            }
            Optional<Condition> condition = Condition.of(each);
            condition.ifPresent(read::add);
            if (condition.isEmpty()) {
                flaw(linkId, "The form says in no readable way when this is asked");
            }
        }
        return read;
    }

    private void flaw(String linkId, String message) {
        if (flaws.size() < Limits.MOST_PROBLEMS) {
            flaws.add(new Problem(linkId, message));
        }
    }
}
