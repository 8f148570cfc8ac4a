package org.precert.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The catalog and the proofs laid side by side. */
final class Coverage {

    private static final Set<String> REASONS = Set.of("process", "not-used", "permission", "judgement", "open");

    private final Catalog catalog;
    private final Map<String, SortedSet<String>> testsById = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();

    Coverage(Catalog catalog, Map<String, SortedSet<String>> testsByAnyId) {
        this.catalog = catalog;
        testsByAnyId.forEach((id, tests) -> catalog.find(id)
                .ifPresentOrElse(
                        statement -> testsById
                                .computeIfAbsent(statement.id(), any -> new TreeSet<>())
                                .addAll(tests),
                        () -> tests.forEach(test -> unknown.add(test + " names " + id))));
    }

    SortedSet<String> tests(GuideStatement statement) {
        return testsById.getOrDefault(statement.id(), new TreeSet<>());
    }

    List<String> unknownIds() {
        return unknown;
    }

    /** Statements that servers must keep, and points of our own, without a test and without a reason. */
    List<String> gaps() {
        return catalog.statements().stream()
                .filter(GuideStatement::isToBeProven)
                .filter(statement -> tests(statement).isEmpty() && !statement.hasReason())
                .map(statement -> statement.id() + ": " + statement.words())
                .toList();
    }

    /** A reason beside a test, a reason of no known kind, or one without words. */
    List<String> badReasons() {
        return catalog.statements().stream()
                .filter(GuideStatement::hasReason)
                .filter(statement -> !tests(statement).isEmpty()
                        || !REASONS.contains(statement.notTested())
                        || (statement.because().isBlank()
                                && !statement.notTested().equals("permission"))
                        || (statement.isToBeProven() && statement.notTested().equals("permission")))
                .map(GuideStatement::id)
                .toList();
    }
}
