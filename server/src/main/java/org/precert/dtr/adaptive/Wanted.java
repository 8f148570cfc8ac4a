package org.precert.dtr.adaptive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The questions that may be asked: those that matter, those of the order, and those that one of these hangs on, while
 * it was not offered itself: by a condition, or since it stands within.
 */
final class Wanted {

    private final Form form;
    private final Set<String> wanted = new HashSet<>();
    private final Deque<FormItem> toFollow = new ArrayDeque<>();

    private Wanted(Form form) {
        this.form = form;
    }

    static Set<String> of(Form form, Set<String> offered, Relevance relevance) {
        Wanted wanted = new Wanted(form);
        for (FormItem item : form.items()) {
            boolean matters = item.isQuestion() && !offered.contains(item.linkId());
            if (matters && (wanted.isOfTheOrder(item) || relevance.matters(item.linkId()))) {
                wanted.add(item);
            }
        }
        return wanted.followed();
    }

    private Set<String> followed() {
        while (!toFollow.isEmpty()) {
            for (FormItem around : form.upwards(toFollow.remove())) {
                add(around);
                around.conditions()
                        .forEach(condition -> form.item(condition.question()).ifPresent(this::add));
            }
        }
        return wanted;
    }

    private void add(FormItem item) {
        if (item.isQuestion() && wanted.add(item.linkId())) {
            toFollow.add(item);
        }
    }

    private boolean isOfTheOrder(FormItem item) {
        return form.upwards(item).stream().anyMatch(around -> around.linkId().equals(Adaptive.ORDER));
    }
}
