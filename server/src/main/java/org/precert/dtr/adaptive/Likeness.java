package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** How one value stands to another. */
enum Likeness {
    LESS,
    EQUAL,
    GREATER,
    /** Not equal, or not known to be, and neither is the greater one: other units, words beside a code, half a date. */
    APART;

    private static final Set<String> NUMBERS = Set.of("Integer", "Decimal");

    static Likeness of(TypedValue left, TypedValue right) {
        if (NUMBERS.contains(left.type()) && NUMBERS.contains(right.type())) {
            return ofNumbers(left.value(), right.value());
        }
        if (!left.type().equals(right.type())) {
            return APART;
        }
        return switch (left.type()) {
            case "Boolean" -> left.value().equals(right.value()) ? EQUAL : APART;
            case "Date" -> ofDates(left.value().asText(), right.value().asText());
            case "DateTime" -> ofMoments(left.value().asText(), right.value().asText());
            case "Time" -> ofTimes(left.value().asText(), right.value().asText());
            case "String", "Uri" ->
                of(left.value().asText().compareTo(right.value().asText()));
            case "Coding" -> ofCodings(left, right);
            case "Quantity" -> ofQuantities(left, right);
            case "Reference" -> alike(left.text("reference"), right.text("reference"));
            default -> APART;
        };
    }

    static Likeness of(int comparison) {
        return comparison == 0 ? EQUAL : comparison < 0 ? LESS : GREATER;
    }

    /** @return nothing for what is no finite number */
    static Optional<BigDecimal> number(JsonNode value) {
        boolean endless = (value.isDouble() || value.isFloat()) && !Double.isFinite(value.doubleValue());
        return value.isNumber() && !endless ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    private static Likeness ofNumbers(JsonNode left, JsonNode right) {
        Optional<BigDecimal> one = number(left);
        Optional<BigDecimal> other = number(right);
        return one.isPresent() && other.isPresent() ? of(one.get().compareTo(other.get())) : APART;
    }

    private static Likeness ofDates(String left, String right) {
        Optional<PartialDate> one = PartialDate.of(left);
        Optional<PartialDate> other = PartialDate.of(right);
        return one.isPresent() && other.isPresent() ? one.get().compare(other.get()) : APART;
    }

    private static Likeness ofMoments(String left, String right) {
        try {
            return of(OffsetDateTime.parse(left)
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(right).toInstant()));
        } catch (DateTimeException e) {
            return ofDates(left, right);
        }
    }

    private static Likeness ofTimes(String left, String right) {
        try {
            return of(LocalTime.parse(left).compareTo(LocalTime.parse(right)));
        } catch (DateTimeException e) {
            return APART;
        }
    }

    private static Likeness ofCodings(TypedValue left, TypedValue right) {
        return left.text("system").equals(right.text("system")) ? alike(left.text("code"), right.text("code")) : APART;
    }

    /** Amounts of one unit; those of two are not converted, and "less than 5" is no amount. */
    private static Likeness ofQuantities(TypedValue left, TypedValue right) {
        boolean exact = !left.value().has("comparator") && !right.value().has("comparator");
        boolean coded = !left.text("code").isEmpty() && !right.text("code").isEmpty();
        boolean sameUnit = coded
                ? left.text("code").equals(right.text("code"))
                        && left.text("system").equals(right.text("system"))
                : left.text("unit").equals(right.text("unit"));
        return exact && sameUnit
                ? ofNumbers(left.value().path("value"), right.value().path("value"))
                : APART;
    }

    private static Likeness alike(String left, String right) {
        return !left.isEmpty() && left.equals(right) ? EQUAL : APART;
    }
}
