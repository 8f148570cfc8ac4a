package org.precert.dtr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Finding;
import org.precert.dtr.adaptive.Relevance;
import org.precert.review.Review;

/**
 * Which questions could still change what a policy says. A question bears the name of the fact or criterion that it asks
 * for, or begins with it and a dot.
 */
final class Relevances {

    private Relevances() {}

    /**
     * Without a review nothing is known: all of it matters. Where no policy speaks of the order, nothing does. A criterion
     * that the chart does not meet is asked of as well: whoever knows better may say so.
     */
    static Relevance of(List<Review> reviews) {
        if (reviews.isEmpty() || reviews.stream().anyMatch(Relevances::isNotEvaluated)) {
            return Relevance.OF_ALL;
        }
        Set<String> settled = new HashSet<>();
        Set<String> open = new HashSet<>();
        boolean spokenOf = false;
        for (Review review : reviews) {
            Decision decision = review.ruling().decision();
            spokenOf |= decision instanceof Decision.Stated || decision instanceof Decision.InformationNeeded;
            facts(review).forEach(fact -> settled.add(fact.id()));
            if (decision instanceof Decision.InformationNeeded needed) {
                needed.missing().forEach(fact -> open.add(fact.id()));
            }
            review.ruling().findings().criteria().stream()
                    .filter(criterion -> criterion.answer() != Answer.YES)
                    .forEach(criterion -> open.add(criterion.id()));
        }
        settled.removeAll(open);
        boolean anything = spokenOf;
        return question -> anything && !settled.contains(root(question));
    }

    static boolean isNotEvaluated(Review review) {
        return review.ruling().decision() instanceof Decision.NotEvaluated;
    }

    private static List<Finding> facts(Review review) {
        List<Finding> facts = new ArrayList<>(review.ruling().findings().criteria());
        review.ruling().findings().statements().forEach(statement -> facts.addAll(statement.restsOn()));
        return facts;
    }

    private static String root(String question) {
        int dot = question.indexOf('.');
        return dot < 0 ? question : question.substring(0, dot);
    }
}
