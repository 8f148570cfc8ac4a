package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.precert.dtr.adaptive.ItemRules.Choice;

/** Whether one value answers one question. */
record ValueCheck(FormItem item, ItemRules rules, ValueSetMembership valueSets) {

    /** @return what is wrong with it, said without it */
    Optional<String> problem(TypedValue value) {
        if (!takesType(value)) {
            return Optional.of("The answer is of another type than the question");
        }
        if (!isWellFormed(value)) {
            return Optional.of("The answer is not written as its type asks");
        }
        return Stream.of(choice(value), bounds(value), length(value), unit(value), attachment(value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A choice may be made among texts, numbers or dates, too, where these are its options. */
    private boolean takesType(TypedValue value) {
        return item.type().takes(value.type())
                || (item.type() == ItemType.CHOICE && rules.options.contains(Choice.of(value)));
    }

    private static boolean isWellFormed(TypedValue typed) {
        JsonNode value = typed.value();
        return switch (typed.type()) {
            case "Boolean" -> value.isBoolean();
            case "Integer" -> value.isIntegralNumber() && value.canConvertToInt();
            case "Decimal" -> Likeness.number(value).isPresent();
            case "Date" ->
                value.isTextual() && PartialDate.of(value.textValue()).isPresent();
            case "DateTime" -> value.isTextual() && isMoment(value.textValue());
            case "Time" -> value.isTextual() && isTime(value.textValue());
            case "String" -> value.isTextual();
            case "Uri" -> value.isTextual() && value.textValue().chars().noneMatch(Character::isWhitespace);
            case "Coding" -> !typed.text("code").isBlank();
            case "Quantity" -> Likeness.number(value.path("value")).isPresent();
            case "Reference" ->
                !typed.text("reference").isBlank() || value.path("identifier").isObject();
            case "Attachment" ->
                !typed.text("data").isBlank() || !typed.text("url").isBlank();
            default -> false;
        };
    }

    private static boolean isMoment(String text) {
        try {
            return PartialDate.of(text).isPresent()
                    || !OffsetDateTime.parse(text).equals(OffsetDateTime.MIN);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return text.length() >= "hh:mm:ss".length()
                    && !LocalTime.parse(text).isAfter(LocalTime.MAX);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** An open choice takes any code: its options are those that come up most. */
    private Optional<String> choice(TypedValue value) {
        if (item.type() != ItemType.CHOICE || (rules.options.isEmpty() && rules.valueSet.isEmpty())) {
            return Optional.empty();
        }
        boolean found = rules.options.contains(Choice.of(value))
                || rules.valueSet
                        .filter(url -> valueSets.has(url, value.text("system"), value.text("code")))
                        .isPresent();
        return when(!found, "The answer is not among the options");
    }

    private Optional<String> bounds(TypedValue value) {
        return when(rules.isTooSmall(value), "The answer is below the least that the question takes")
                .or(() -> when(rules.isTooLarge(value), "The answer is above the most that the question takes"));
    }

    private Optional<String> length(TypedValue typed) {
        int characters = typed.value().isTextual()
                ? typed.value()
                        .textValue()
                        .codePointCount(0, typed.value().textValue().length())
                : 0;
        return when(
                rules.longest.filter(most -> characters > most).isPresent(),
                "The answer is longer than the question takes");
    }

    /** A unit with a code is compared by it; one without, by its name or its code, as people write it. */
    private Optional<String> unit(TypedValue value) {
        if (!value.type().equals("Quantity") || rules.units.isEmpty()) {
            return Optional.empty();
        }
        boolean known = value.text("code").isEmpty()
                ? !value.text("unit").isEmpty() && rules.unitNames.contains(value.text("unit"))
                : rules.units.contains(new Choice("Coding", value.text("system"), value.text("code")));
        return when(!known, "The answer is in a unit that the question does not offer");
    }

    private Optional<String> attachment(TypedValue value) {
        if (!value.type().equals("Attachment")) {
            return Optional.empty();
        }
        String type = value.text("contentType").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean foreign = !rules.mimeTypes.isEmpty() && !rules.mimeTypes.contains(type);
        return when(foreign, "The document is of a kind that the question does not take")
                .or(() -> when(rules.isTooManyBytes(bytes(value)), "The document is larger than the question takes"));
    }

    /** What is there, or, of what is elsewhere, what it is said to be. */
    private static BigDecimal bytes(TypedValue attachment) {
        long here = attachment.text("data").length() / 4 * 3L;
        BigDecimal said = Likeness.number(attachment.value().path("size")).orElse(BigDecimal.ZERO);
        return said.max(BigDecimal.valueOf(here));
    }

    private static Optional<String> when(boolean wrong, String message) {
        return wrong ? Optional.of(message) : Optional.empty();
    }
}
