package org.precert.dtr;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.review.Review;

/** The orders that a form is filled from: those that it is for, and those that their reviews rest on. */
final class RestsOn {

    private RestsOn() {}

    /** @param orders Type/id */
    static List<String> orders(Collection<String> orders, Collection<Review> reviews) {
        Set<String> all = new LinkedHashSet<>(orders);
        reviews.stream()
                .filter(review -> orders.contains(review.order().reference()))
                .flatMap(review -> review.ruling().findings().statements().stream())
                .flatMap(statement -> statement.restsOn().stream())
                .map(Finding::evidence)
                .flatMap(List::stream)
                .map(Evidence::source)
                // What an order contains is cited as a part of it.
                .map(source -> source.replaceFirst("#.*", ""))
                .filter(source -> source.startsWith("MedicationRequest/") || source.startsWith("ServiceRequest/"))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
