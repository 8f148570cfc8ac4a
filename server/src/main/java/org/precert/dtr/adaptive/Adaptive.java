package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what {@code $next-question} asks next of a standard form. A call means: these are my answers to what you
 * asked. What was asked and is blank will not be answered; so a call without new answers goes on to what does not
 * depend on them, and after the last items it completes.
 *
 * <p>An item is offered once, when its enableWhen is true by the answers so far, and as many items as possible in one
 * call, in the order of the form. What was offered stays as it is, even where a changed answer disables it: its answers
 * do not count any more ({@link AnsweredForm} of the standard form). New items of a group that was offered come in a
 * further part of it, see {@link OfferedForm}. What stands at and after the display item {@code clinical-complete} is
 * administrative, and waits until no clinical question is left that could still be asked (DTR 2.2, spec-22, spec-39);
 * the group {@code order} is asked in full. It holds no state: the same call has the same answer.
 */
public final class Adaptive {

    /** The linkId of the display item that ends the clinical part. */
    public static final String CLINICAL_COMPLETE = "clinical-complete";

    /** The linkId of the group that is asked whether its answers matter or not. */
    public static final String ORDER = "order";

    private final Form standard;
    private final EnableWhen enableWhen;

    /** @param standard as authored, with enableWhen */
    public Adaptive(Form standard, EnableWhen enableWhen) {
        this.standard = standard;
        this.enableWhen = enableWhen;
    }

    /**
     * One call.
     *
     * @param contained the form as it was offered so far; without items at the first call
     * @param response with the answers to it; others are not looked at
     * @param relevance a question that does not matter is not asked, unless one that matters depends on its answer
     * @param prefills count as answers to what is offered now, so that what depends on them comes along with it
     */
    public record Call(Form contained, ObjectNode response, Relevance relevance, Prefills prefills) {}

    public Step next(Call call) {
        Set<String> offered = call.contained().linkIds();
        Map<String, List<ObjectNode>> given = GivenAnswers.of(call.response());
        given.keySet().retainAll(offered);
        Set<String> asked = new Asking(standard, offered, given, call.relevance(), call.prefills()).asked();
        if (!asked.isEmpty()) {
            List<String> questions =
                    standard.questions().stream().filter(asked::contains).toList();
            return new Step.Ask(new FurtherItems(standard, offered, asked, enableWhen).items(), questions);
        }
        AnsweredForm answered = AnsweredForm.of(standard, call.response());
        List<String> missing = new ArrayList<>(answered.missing());
        missing.retainAll(offered);
        return missing.isEmpty() ? new Step.Done() : new Step.Wait(Collections.unmodifiableList(missing));
    }
}
