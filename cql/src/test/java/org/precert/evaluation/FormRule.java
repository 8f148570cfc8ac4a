package org.precert.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a form has to be, whatever its policy says. Each rule names the items that break it. */
enum FormRule {
    A_LINK_ID_STANDS_FOR_ONE_ITEM((item, form) ->
            form.stream().filter(each -> each.linkId().equals(item.linkId())).count() == 1),
    A_LINK_ID_SAYS_WHAT_IT_IS(item -> item.linkId().matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")),
    ITEMS_NEST_THREE_DEEP_AT_MOST(item -> item.level() <= 3),
    EACH_ITEM_HAS_A_TEXT(item -> !item.json().path("text").asText().isBlank()),
    EACH_TYPE_IS_ONE_THAT_WE_READ(item -> isRead(item.type())),
    GROUPS_ALONE_HAVE_ITEMS(item -> item.type().equals("group") == item.json().has("item")),
    NOTHING_IS_HIDDEN_OR_READ_ONLY(item ->
            !item.json().has("readOnly") && item.extensionUrls().stream().noneMatch(url -> url.endsWith("hidden"))),
    NO_ITEM_COMPUTES(item -> item.extensionUrls().stream()
            .noneMatch(url -> url.endsWith("Expression") && !url.endsWith("-initialExpression"))),
    A_CHOICE_HAS_OPTIONS(
            item -> item.isChoice() ? offers(item.options()) : item.options().isEmpty()),
    A_QUANTITY_HAS_UNITS(item -> item.type().equals("quantity") == item.hasCore("questionnaire-unitOption")),
    A_NUMBER_HAS_BOUNDS(item -> !Set.of("integer", "decimal").contains(item.type())
            || item.hasCore("minValue") && item.hasCore("maxValue")),
    TEXT_HAS_A_LENGTH(item -> Set.of("string", "text").contains(item.type())
            == item.json().path("maxLength").asInt() > 0),
    AN_ATTACHMENT_HAS_KINDS_AND_A_SIZE(
            item -> item.type().equals("attachment") == (item.hasCore("mimeType") && item.hasCore("maxSize"))),
    A_CONDITION_ASKS_AN_EARLIER_ANSWER((item, form) -> item.conditions()
            .allMatch(condition ->
                    form.subList(0, form.indexOf(item)).stream().anyMatch(earlier -> asks(condition, earlier)))),
    SEVERAL_CONDITIONS_SAY_HOW_THEY_COMBINE(
            item -> item.conditions().count() > 1 == item.json().has("enableBehavior")),
    NO_WORDS_ARE_OF_THE_AMA(item -> item.words().noneMatch(FormRule::isOfTheAma));

    private static final Set<String> TYPES = Set.of(
            "group",
            "display",
            "boolean",
            "integer",
            "decimal",
            "date",
            "string",
            "text",
            "quantity",
            "choice",
            "open-choice",
            "attachment");

    /** How CPT's own descriptors speak, in the documents' coding sections and of what forms offer. */
    private static final Pattern DESCRIPTOR = Pattern.compile(
            "(?i)therapy, prophylaxis|specify substance|list separately|code for primary procedure|each additional hour"
                    + "|includes necessary monitoring|qualified health care professional|minutes with patient");

    private final BiPredicate<FormItem, List<FormItem>> holds;

    FormRule(Predicate<FormItem> holds) {
        this((item, form) -> holds.test(item));
    }

    FormRule(BiPredicate<FormItem, List<FormItem>> holds) {
        this.holds = holds;
    }

    /** The items that break the rule. */
    List<String> brokenBy(JsonNode form) {
        List<FormItem> items = FormItem.of(form);
        return items.stream()
                .filter(item -> !holds.test(item, items))
                .map(FormItem::linkId)
                .toList();
    }

    private static boolean isRead(String type) {
        return TYPES.contains(type);
    }

    private static boolean isOfTheAma(String words) {
        return DESCRIPTOR.matcher(words).find();
    }

    private static boolean offers(List<JsonNode> options) {
        return !options.isEmpty()
                && options.size() < 40
                && options.stream().map(FormRule::coded).distinct().count() == options.size()
                && options.stream()
                        .allMatch(
                                option -> Stream.of("system", "code", "display").allMatch(option::has));
    }

    private static boolean asks(JsonNode condition, FormItem earlier) {
        String operator = condition.path("operator").asText();
        return condition.path("question").asText().equals(earlier.linkId())
                && switch (earlier.type()) {
                    case "boolean" -> operator.equals("=") && condition.has("answerBoolean");
                    case "integer" -> Set.of("=", ">=").contains(operator) && condition.has("answerInteger");
                    case "choice", "open-choice" ->
                        operator.equals("=")
                                && earlier.options().stream()
                                        .map(FormRule::coded)
                                        .anyMatch(coded(condition.path("answerCoding"))::equals);
                    default -> false;
                };
    }

    private static String coded(JsonNode coding) {
        return coding.path("system").asText() + "|" + coding.path("code").asText();
    }
}
