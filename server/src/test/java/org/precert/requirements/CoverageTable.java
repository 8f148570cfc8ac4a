package org.precert.requirements;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The page that people read. */
record CoverageTable(ImplementationGuide guide, Catalog catalog, Coverage coverage) {

    String markdown() {
        return guide.head()
                + "\n" + numbers()
                + section("Servers SHALL, SHALL NOT", GuideStatement::isMandatory)
                + section(
                        "Servers SHOULD, SHOULD NOT",
                        statement -> statement.verb().startsWith("SHOULD"))
                + section("Servers MAY", statement -> statement.verb().equals("MAY"))
                + section("Beyond the guide", GuideStatement::isOwn)
                + clients();
    }

    private String clients() {
        String ids = catalog.statements().stream()
                .filter(statement -> !statement.bindsServers())
                .map(GuideStatement::id)
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "\n## Clients alone\n\n" + ids + ".\n";
    }

    private String numbers() {
        String own = catalog.statements().stream().anyMatch(GuideStatement::isOwn)
                ? "\n" + count("points beyond the guide", GuideStatement::isOwn)
                : "";
        return count("SHALL and SHALL NOT bind servers", GuideStatement::isMandatory) + own;
    }

    private String count(String what, Predicate<GuideStatement> which) {
        List<GuideStatement> counted = catalog.statements().stream()
                .filter(statement -> statement.bindsServers() && which.test(statement))
                .toList();
        Map<String, Long> untested = counted.stream()
                .filter(GuideStatement::hasReason)
                .collect(Collectors.groupingBy(GuideStatement::notTested, TreeMap::new, Collectors.counting()));
        long tested = counted.stream()
                .filter(statement -> !coverage.tests(statement).isEmpty())
                .count();
        String reasons = untested.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return "**" + counted.size() + " " + what + ": " + tested + " tested, not tested: "
                + (reasons.isEmpty() ? "none" : reasons) + ".**\n";
    }

    private String section(String title, Predicate<GuideStatement> filter) {
        Function<GuideStatement, String> row = statement -> "| " + statement.id() + numbers(statement) + " | "
                + statement.verb() + " | " + statement.words() + " | " + proof(statement) + " |\n";
        String rows = catalog.statements().stream()
                .filter(statement -> statement.bindsServers() && filter.test(statement))
                .map(row)
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "\n## " + title + "\n\n| id | verb | what it comes to | proven by |\n|---|---|---|---|\n" + rows;
    }

    private static String numbers(GuideStatement statement) {
        return statement.numbers2_0().isEmpty() ? "" : " (" + String.join(", ", statement.numbers2_0()) + ")";
    }

    private String proof(GuideStatement statement) {
        if (statement.hasReason()) {
            return "*" + statement.notTested() + "*"
                    + (statement.because().isEmpty() ? "" : ": " + statement.because());
        }
        return coverage.tests(statement).stream().map(test -> "`" + test + "`").collect(Collectors.joining("<br>"));
    }
}
