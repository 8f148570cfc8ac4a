package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Questionnaire, taken apart: its items by linkId, in the order in which they stand. Never fails; see {@link #flaws}. */
public final class Form {

    private final ObjectNode questionnaire;
    private final Map<String, FormItem> items;
    private final List<Problem> flaws;

    Form(ObjectNode questionnaire, Map<String, FormItem> items, List<Problem> flaws) {
        this.questionnaire = questionnaire;
        this.items = Collections.unmodifiableMap(items);
        this.flaws = List.copyOf(flaws);
    }

    /** @param questionnaire is kept, and must not be changed any more */
    public static Form of(ObjectNode questionnaire) {
        return FormReading.read(questionnaire);
    }

    /** What keeps it from being a form: items without or with the same linkId, of unknown type, too many, too deep. */
    public List<Problem> flaws() {
        return flaws;
    }

    /** The linkIds of its items, groups and displays among them, in their order. */
    public Set<String> linkIds() {
        return items.keySet();
    }

    /** The linkIds of what is asked: neither groups nor displays. */
    public List<String> questions() {
        return items.values().stream()
                .filter(FormItem::isQuestion)
                .map(FormItem::linkId)
                .toList();
    }

    ObjectNode questionnaire() {
        return questionnaire;
    }

    Collection<FormItem> items() {
        return items.values();
    }

    Optional<FormItem> item(String linkId) {
        return Optional.ofNullable(items.get(linkId));
    }

    /** The item and those around it, from the inside. */
    List<FormItem> upwards(FormItem item) {
        List<FormItem> chain = new ArrayList<>();
        for (Optional<FormItem> each = Optional.of(item);
                each.isPresent();
                each = each.get().parent().flatMap(this::item)) {
            chain.add(each.get());
        }
        return chain;
    }
}
