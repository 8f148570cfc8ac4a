package org.precert.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.precert.policy.PolicyFiles;

/**
 * What the compiler does not check: a policy judges, and neither retrieves nor spells codes; tags are ids alone, for a
 * quote or a sentence after a tag would become its value.
 */
final class CqlHouseRules {

    private record Rule(boolean inComments, Pattern breach, String says) {}

    private static final List<Rule> EVERYWHERE = List.of(
            new Rule(
                    true,
                    Pattern.compile("^\\s*(?:/\\*|\\*|//)?\\s*@[a-z-]+:(?! [A-Za-z0-9.-]+\\s*$)"),
                    "a tag is '@name: id', alone on its line"),
            new Rule(
                    false,
                    Pattern.compile("\\b(?:Now|Today|TimeOfDay)\\s*\\(\\s*\\)"),
                    "the day is the order's, not the clock's"));

    private static final List<Rule> IN_POLICIES = List.of(
            new Rule(false, Pattern.compile("\\[\\s*\"?[A-Z]\\w+"), "a retrieve belongs in PrecertFacts"),
            new Rule(
                    false,
                    Pattern.compile("^\\s*(?:code|codesystem|valueset|concept) \""),
                    "a code belongs in PrecertConcepts"),
            new Rule(false, Pattern.compile("'[^']*'"), "a literal belongs in PrecertConcepts"));

    List<String> check(PolicyFiles shared, PolicyFiles policies) {
        List<String> breaches = new ArrayList<>();
        shared.ending(".cql").forEach((file, cql) -> check("cql/shared/" + file, cql, EVERYWHERE, breaches));
        for (Map.Entry<String, String> policy : policies.ending(".cql").entrySet()) {
            String file = "cql/policies/" + policy.getKey();
            check(file, policy.getValue(), EVERYWHERE, breaches);
            check(file, policy.getValue(), IN_POLICIES, breaches);
        }
        return breaches;
    }

    private static void check(String file, String cql, List<Rule> rules, List<String> breaches) {
        boolean comment = false;
        int number = 0;
        for (String line : cql.lines().toList()) {
            number++;
            comment |= line.contains("/*");
            boolean words = comment || line.strip().startsWith("//");
            for (Rule rule : rules) {
                if (rule.inComments() == words
                        && rule.breach().matcher(code(line, words)).find()) {
                    breaches.add(file + ":" + number + ": " + rule.says());
                }
            }
            comment &= !line.contains("*/");
        }
    }

    /**
     * Declarations name libraries and versions in quotes: those are no literals. A form in an EHR gets no parameters, and
     * takes the day from the clock there; here it is always passed.
     */
    private static String code(String line, boolean words) {
        return words
                ? line
                : line.replaceAll("//.*", "")
                        .replaceAll("\\bversion '[^']*'", "")
                        .replaceAll("^(parameter .*) default Today\\(\\)$", "$1");
    }
}
