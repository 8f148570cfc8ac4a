package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The items to append: the standard form without all that is not asked now, and without what is empty then. */
final class FurtherItems {

    private final Form standard;
    private final Set<String> offered;
    private final Set<String> asked;
    private final Set<String> known;
    private final OfferedItem offeredItem;

    FurtherItems(Form standard, Set<String> offered, Set<String> asked, EnableWhen enableWhen) {
        this.standard = standard;
        this.offered = offered;
        this.asked = asked;
        this.known = new HashSet<>(offered);
        known.addAll(asked);
        this.offeredItem = new OfferedItem(condition -> enableWhen == EnableWhen.KEPT && known.contains(condition));
    }

    List<ObjectNode> items() {
        return among(standard.questionnaire().path("item"));
    }

    private List<ObjectNode> among(JsonNode list) {
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode each : list) {
            standard.item(each.path("linkId").asText()).flatMap(this::item).ifPresent(items::add);
        }
        return items;
    }

    private Optional<ObjectNode> item(FormItem item) {
        List<ObjectNode> within = among(item.json().path("item"));
        if (within.isEmpty() && !asked.contains(item.linkId())) {
            return Optional.empty();
        }
        return Optional.of(
                offered.contains(item.linkId())
                        ? offeredItem.part(item, new Part(item.linkId(), freeNumber(item.linkId())), within)
                        : offeredItem.whole(item, within));
    }

    private int freeNumber(String linkId) {
        int number = 2;
        while (offered.contains(new Part(linkId, number).linkId())
                || standard.linkIds().contains(new Part(linkId, number).linkId())) {
            number++;
        }
        return number;
    }
}
