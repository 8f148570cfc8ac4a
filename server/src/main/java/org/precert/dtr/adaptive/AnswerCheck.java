package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a response fits its form: DTR 2.2, spec-147. Blank questions fit while the form is being filled in, and so do
 * answers to what is not asked any more since another answer was changed: they do not count, and the client may take
 * them out at the end.
 *
 * <p>Of both, 1,000 items, 10 levels and 2,000 answers are read, and 50 problems told; what is larger has the problem
 * that it is so. Nothing that comes in decides how long that takes: no pattern of the form is run.
 */
public final class AnswerCheck {

    /** When the response is looked at. */
    public enum Moment {
        IN_PROGRESS,
        /** Nothing that is required is blank, and nothing that is not asked has an answer. */
        FINAL
    }

    private final ValueSetMembership valueSets;

    public AnswerCheck(ValueSetMembership valueSets) {
        this.valueSets = valueSets;
    }

    /**
     * @param form the contained one of an adaptive response, which says no more than what was asked so far: better as
     *     {@link OfferedForm} restores it than as the client sent it
     * @return none, if it fits; at most 51
     */
    public List<Problem> check(Form form, ObjectNode response, Moment moment) {
        List<Problem> problems = new ArrayList<>(form.flaws());
        problems.addAll(ResponseReading.problems(form, response, valueSets));
        if (moment == Moment.FINAL) {
            problems.addAll(atTheEnd(form, AnsweredForm.of(form, response)));
        }
        if (problems.size() <= Limits.MOST_PROBLEMS) {
            return List.copyOf(problems);
        }
        List<Problem> some = new ArrayList<>(problems.subList(0, Limits.MOST_PROBLEMS));
        some.add(Problem.MORE);
        return List.copyOf(some);
    }

    private static List<Problem> atTheEnd(Form form, AnsweredForm answered) {
        List<Problem> problems = new ArrayList<>();
        answered.missing().forEach(linkId -> problems.add(new Problem(linkId, "An answer is required")));
        for (String linkId : form.linkIds()) {
            if (!answered.isEnabled(linkId) && !answered.given(linkId).isEmpty()) {
                problems.add(new Problem(linkId, "By the other answers this is not asked, but it has an answer"));
            }
        }
        return problems;
    }
}
