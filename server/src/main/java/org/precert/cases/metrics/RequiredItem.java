package org.precert.cases.metrics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.decision.Determination;
import org.precert.decision.Statement;
import org.precert.policy.Payer;
import org.precert.policy.Policy;
import org.precert.policy.PolicyBook;

/**
 * Something that needs prior authorization: metric 1. Policies tell it in words; codes stand in their CQL.
 *
 * @param payer its name
 * @param what the subject of the policy
 * @param says what the statement says, in our words
 */
record RequiredItem(
        String payer,
        String policy,
        String title,
        String what,
        String statement,
        String says,
        String locator,
        LocalDate from,
        Optional<LocalDate> until) {

    /**
     * Of the policies that were in force on any day of the year.
     *
     * @param payers keys; none means all
     */
    static List<RequiredItem> of(PolicyBook book, Set<String> payers, ReportYear year) {
        return book.payers().stream()
                .filter(payer -> payers.isEmpty() || payers.contains(payer.key()))
                .flatMap(payer -> book.versions(payer.key()).stream()
                        .filter(policy -> overlaps(policy, year))
                        .flatMap(policy -> policy.statements().stream()
                                .filter(each -> each.determination() == Determination.AUTHORIZATION_REQUIRED)
                                .map(each -> item(payer, policy, each))))
                .toList();
    }

    private static boolean overlaps(Policy policy, ReportYear year) {
        return !policy.inForce().from().isAfter(year.lastDay())
                && policy.inForce().until().filter(year.firstDay()::isAfter).isEmpty();
    }

    private static RequiredItem item(Payer payer, Policy policy, Statement statement) {
        return new RequiredItem(
                payer.name(),
                policy.id(),
                policy.title(),
                policy.subject(),
                statement.label(),
                statement.says(),
                statement.locator(),
                policy.inForce().from(),
                policy.inForce().until());
    }
}
