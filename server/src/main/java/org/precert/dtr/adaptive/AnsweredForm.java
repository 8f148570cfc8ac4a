package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A QuestionnaireResponse, read against its form, or against the standard form where the response is to an adaptive
 * one: the questions have the same linkIds. An item counts as asked where its enableWhen, and that of each item around
 * it, is true by the answers. Answers of what is not asked do not count, whoever left them there. The repetitions of a
 * group are not told apart: a condition looks at the answers of them all.
 */
public final class AnsweredForm {

    private final Form form;
    private final Map<String, List<ObjectNode>> given;
    private final Enabling enabling;

    private AnsweredForm(Form form, Map<String, List<ObjectNode>> given) {
        this.form = form;
        this.given = given;
        this.enabling = new Enabling(form, typed(given), unanswered -> false);
    }

    public static AnsweredForm of(Form form, ObjectNode response) {
        return new AnsweredForm(form, GivenAnswers.of(response));
    }

    /** Whether the item is asked, by all the answers; not, if the form has no such item. */
    public boolean isEnabled(String linkId) {
        return enabling.of(linkId) == Enabling.State.ON;
    }

    /** @return the elements of {@code answer} that count; none for a question that is blank, disabled or not in the form */
    public List<ObjectNode> answers(String linkId) {
        return isEnabled(linkId) ? given(linkId) : List.of();
    }

    /** Every question that has answers that count, in the order of the form. */
    public Map<String, List<ObjectNode>> answers() {
        Map<String, List<ObjectNode>> counting = new LinkedHashMap<>();
        for (String linkId : form.linkIds()) {
            if (!answers(linkId).isEmpty()) {
                counting.put(linkId, answers(linkId));
            }
        }
        return counting;
    }

    /** The answers that were given, whether they count or not. */
    List<ObjectNode> given(String linkId) {
        return List.copyOf(given.getOrDefault(linkId, List.of()));
    }

    /** The items that have to be answered, are asked, and are not answered: a group, if nothing in it is. */
    List<String> missing() {
        Set<String> answered = answered();
        return form.items().stream()
                .filter(item -> item.isRequired() && item.type() != ItemType.DISPLAY)
                .filter(item -> isEnabled(item.linkId()) && hasPlace(item, answered))
                .map(FormItem::linkId)
                .filter(linkId -> !answered.contains(linkId))
                .toList();
    }

    /** Within the answer to a question stands what is asked about it: without one, there is no place for it. */
    private boolean hasPlace(FormItem item, Set<String> answered) {
        return form.upwards(item).stream()
                .skip(1)
                .allMatch(around -> !around.isQuestion() || answered.contains(around.linkId()));
    }

    /** The questions whose answers count, and the groups that they stand in. */
    private Set<String> answered() {
        Set<String> answered = new HashSet<>(answers().keySet());
        for (String linkId : List.copyOf(answered)) {
            form.item(linkId).stream()
                    .flatMap(item -> form.upwards(item).stream())
                    .filter(around -> !around.isQuestion())
                    .forEach(around -> answered.add(around.linkId()));
        }
        return answered;
    }

    static Map<String, List<TypedValue>> typed(Map<String, List<ObjectNode>> answers) {
        Map<String, List<TypedValue>> typed = new LinkedHashMap<>();
        answers.forEach((linkId, each) -> typed.put(linkId, TypedValue.ofAnswers(each)));
        return typed;
    }
}
