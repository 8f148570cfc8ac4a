package org.precert.dtr.adaptive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which items of a form are asked, by the answers so far: the conditions of an item and of every item around it, in
 * three values. The answers of a question that is not asked do not count, and a condition that leads back to itself is
 * false.
 */
final class Enabling {

    enum State {
        ON,
        OFF,
        /** It depends on a question that may still be answered. */
        OPEN
    }

    private final Form form;
    private final Map<String, List<TypedValue>> answers;
    private final Predicate<String> open;
    private final Map<String, State> states = new HashMap<>();

    /** @param open whether an unanswered question may still be answered; otherwise its silence is what it says */
    Enabling(Form form, Map<String, List<TypedValue>> answers, Predicate<String> open) {
        this.form = form;
        this.answers = answers;
        this.open = open;
        form.linkIds().forEach(this::of);
    }

    /** Of what is not in the form: OFF. */
    State of(String linkId) {
        State known = states.get(linkId);
        return known == null ? form.item(linkId).map(this::find).orElse(State.OFF) : known;
    }

    private State find(FormItem item) {
        states.put(item.linkId(), State.OFF);
        State state = and(item.parent().isEmpty() ? State.ON : of(item.parent().get()), conditions(item));
        states.put(item.linkId(), state);
        return state;
    }

    // Loops, and no streams: a chain of conditions is as deep as the form is long.
    private State conditions(FormItem item) {
        if (item.conditions().isEmpty()) {
            return State.ON;
        }
        State all = item.one() ? State.OFF : State.ON;
        for (Condition condition : item.conditions()) {
            State one = condition(condition);
            all = item.one() ? or(all, one) : and(all, one);
        }
        return all;
    }

    private State condition(Condition condition) {
        State asked = of(condition.question());
        List<TypedValue> given = asked == State.ON ? answers.getOrDefault(condition.question(), List.of()) : List.of();
        if (asked == State.OPEN || (asked == State.ON && given.isEmpty() && open.test(condition.question()))) {
            return State.OPEN;
        }
        return condition.holds(given) ? State.ON : State.OFF;
    }

    private static State and(State left, State right) {
        if (left == State.OFF || right == State.OFF) {
            return State.OFF;
        }
        return left == State.OPEN ? left : right;
    }

    private static State or(State left, State right) {
        if (left == State.ON || right == State.ON) {
            return State.ON;
        }
        return left == State.OPEN ? left : right;
    }
}
