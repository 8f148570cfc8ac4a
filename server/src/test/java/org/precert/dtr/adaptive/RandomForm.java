package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A form by chance, and, apart from the code under test, what of it is asked by some answers. Every question is a number
 * from 0 to 2; a condition looks at a question that stands before it, or at the first administrative one, which hangs
 * on nothing.
 */
final class RandomForm {

    private static final String[] OPERATORS = {"=", "!=", ">", "<", ">=", "<=", "exists"};

    final ObjectNode json = Sketch.form();
    final List<String> questions = new ArrayList<>();
    final boolean byGroups;
    int groups;
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Random random;

    /** @param byGroups whether conditions stand at groups of the root alone */
    RandomForm(Random random, boolean byGroups) {
        this.random = random;
        this.byGroups = byGroups;
        group(json, "", Adaptive.ORDER, 1);
        int clinical = random.nextInt(5);
        for (int i = 0; i < clinical; i++) {
            group(json, "", "g" + i, 1);
        }
        if (random.nextInt(4) > 0) {
            json.withArray("item").add(Sketch.display(Adaptive.CLINICAL_COMPLETE));
            group(json, "", "administrative", 1);
        }
    }

    private void group(ObjectNode within, String parent, String linkId, int depth) {
        ObjectNode group = Sketch.group(linkId);
        boolean free = linkId.equals(Adaptive.ORDER) || linkId.equals("administrative");
        item(within, parent, group, !free && (depth == 1 || !byGroups));
        groups += depth == 1 ? 1 : 0;
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            question(group, linkId, linkId + "-q" + i);
        }
        if (depth < 3 && random.nextInt(3) == 0) {
            group(group, linkId, linkId + "-h", depth + 1);
        }
    }

    private void question(ObjectNode within, String parent, String linkId) {
        ObjectNode question = Sketch.question(linkId, "integer");
        item(within, parent, question, !byGroups && !linkId.equals("administrative-q0"));
        questions.add(linkId);
        if (!byGroups && random.nextInt(8) == 0) {
            question(question, linkId, linkId + "-k");
        }
    }

    private void item(ObjectNode within, String parent, ObjectNode item, boolean mayHang) {
        if (mayHang && !questions.isEmpty() && random.nextInt(2) == 0) {
            int conditions = 1 + random.nextInt(3);
            for (int i = 0; i < conditions; i++) {
                ObjectNode condition = item.withArray("enableWhen").addObject();
                String operator = OPERATORS[random.nextInt(OPERATORS.length)];
                condition.put("question", before(parent)).put("operator", operator);
                if (operator.equals("exists")) {
                    condition.put("answerBoolean", random.nextBoolean());
                } else {
                    condition.put("answerInteger", random.nextInt(3));
                }
            }
            item.put("enableBehavior", random.nextBoolean() ? "any" : "all");
        }
        String linkId = item.path("linkId").asText();
        items.put(linkId, item);
        parents.put(linkId, parent);
        within.withArray("item").add(item);
    }

    private String before(String parent) {
        boolean backward = !parent.isEmpty() || random.nextInt(6) > 0;
        return backward ? questions.get(random.nextInt(questions.size())) : "administrative-q0";
    }

    /** Whether a condition of the clinical part looks at the administrative one. */
    boolean looksAhead() {
        return items.values().stream()
                .filter(item -> !item.path("linkId").asText().startsWith("administrative"))
                .anyMatch(item ->
                        item.path("enableWhen").findValuesAsText("question").contains("administrative-q0"));
    }

    Set<String> asked(Map<String, Integer> answers) {
        Set<String> asked = new TreeSet<>();
        questions.stream().filter(question -> isAsked(question, answers)).forEach(asked::add);
        return asked;
    }

    private boolean isAsked(String linkId, Map<String, Integer> answers) {
        if (linkId.isEmpty()) {
            return true;
        }
        ObjectNode item = items.get(linkId);
        if (item == null || !isAsked(parents.get(linkId), answers)) {
            return false;
        }
        int held = 0;
        for (var condition : item.path("enableWhen")) {
            String question = condition.path("question").asText();
            Integer answer = isAsked(question, answers) ? answers.get(question) : null;
            int expected = condition.path("answerInteger").asInt();
            boolean holds = switch (condition.path("operator").asText()) {
                case "exists" ->
                    (answer != null) == condition.path("answerBoolean").asBoolean();
                case "=" -> answer != null && answer == expected;
                case "!=" -> answer == null || answer != expected;
                case ">" -> answer != null && answer > expected;
                case "<" -> answer != null && answer < expected;
                case ">=" -> answer != null && answer >= expected;
                default -> answer != null && answer <= expected;
            };
            held += holds ? 1 : 0;
        }
        int all = item.path("enableWhen").size();
        return all == 0 || (item.path("enableBehavior").asText().equals("any") ? held > 0 : held == all);
    }
}
