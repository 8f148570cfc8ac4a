package org.precert.review;

import java.util.ArrayList;
import java.util.List;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Finding;

/**
 * What would change an answer: each statement is a conjunction of its facts, so what holds it, or keeps it away, is what
 * would.
 *
 * @param statement its label
 * @param fact that would have to be otherwise
 * @param holds whether the statement applies as it is, and would no longer
 */
public record Change(String statement, Finding fact, boolean holds) {

    public static List<Change> of(Review review) {
        List<Change> changes = new ArrayList<>();
        Decision decision = review.ruling().decision();
        for (Finding statement : review.ruling().findings().statements()) {
            boolean holds = decision instanceof Decision.Stated stated
                    && stated.statement().label().equals(statement.id());
            statement.restsOn().stream()
                    .filter(fact -> holds == (fact.answer() == Answer.YES))
                    .forEach(fact -> changes.add(new Change(statement.id(), fact, holds)));
        }
        return List.copyOf(changes);
    }
}
